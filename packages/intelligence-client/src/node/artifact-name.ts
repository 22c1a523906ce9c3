import type { Artifact } from '../workflows/types.ts';

const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/flac': 'flac',
  'audio/ogg': 'ogg',
  'model/gltf-binary': 'glb',
  'application/zip': 'zip',
  'application/json': 'json',
  'text/plain': 'txt',
};

/** What an address may add to the types above; any other ending, such as `.html` or `.exe`, is not taken from it. */
const ONLY_IN_ADDRESSES: readonly string[] = ['jpeg', 'avif', 'srt', 'vtt'];

const FALLBACKS = {
  image: 'png',
  video: 'mp4',
  audio: 'wav',
  model: 'glb',
  archive: 'zip',
  json: 'json',
  text: 'txt',
};

/** Longest part of a name in bytes of UTF-8: two parts, a number and an extension stay far below the usual 255. */
const LONGEST_PART = 90;

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * File names for a run's artifacts: `<title>-<step>.<extension>`, numbered where a step has several. Only letters, digits,
 * `-` and `_` of what the server sent get in, so no name can leave its folder or hide.
 */
export function artifactNames(artifacts: readonly Artifact[], title: string | undefined): string[] {
  const used = new Set<string>();
  return artifacts.map((artifact) => {
    const joined = [slug(title), slug(artifact.stepId)].filter((part) => part !== '').join('-');
    const base = joined === '' || RESERVED.test(joined) ? `artifact${joined && `-${joined}`}` : joined;
    const extension = extensionOf(artifact);
    let name = `${base}.${extension}`;
    for (let copy = 2; used.has(name); copy += 1) name = `${base}-${copy}.${extension}`;
    used.add(name);
    return name;
  });
}

/** Letters and digits of any script, one spelling for what looks the same. */
function slug(text: unknown): string {
  if (typeof text !== 'string') return '';
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');
  return shorten(words.replace(/^[-_\p{M}]+/u, '')).replace(/[-_]+$/, '');
}

function shorten(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let short = '';
  for (const character of text) {
    bytes += encoder.encode(character).byteLength;
    if (bytes > LONGEST_PART) break;
    short += character;
  }
  return short;
}

function extensionOf({ mimeType, kind, mediaType, url }: Artifact): string {
  const known = lookUp(EXTENSIONS, String(mimeType).split(';')[0]?.trim().toLowerCase());
  if (known !== undefined) return known;
  const inURL = /\.(\w+)$/.exec(String(url).split(/[?#]/)[0] ?? '')?.[1]?.toLowerCase() ?? '';
  if (Object.values(EXTENSIONS).includes(inURL) || ONLY_IN_ADDRESSES.includes(inURL)) return inURL;
  return lookUp(FALLBACKS, kind) ?? lookUp(FALLBACKS, mediaType) ?? 'bin';
}

/** Own entries only: what the server names may be called `constructor`. */
function lookUp(table: Record<string, string>, name = ''): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
