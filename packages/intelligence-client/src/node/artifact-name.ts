import type { Artifact } from '../workflows/types.ts';

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'model/gltf-binary': 'glb',
  'application/json': 'json',
  'text/plain': 'txt',
};

const FALLBACKS: Record<string, string> = {
  image: 'png',
  video: 'mp4',
  audio: 'wav',
  model: 'glb',
  json: 'json',
  text: 'txt',
};

/** Longest part of a name, so that three of them stay far below the 255 bytes of common file systems. */
const LONGEST_PART = 60;

/**
 * File names for a run's artifacts: `<title>-<step>.<extension>`, numbered where a step has several. Only letters, digits,
 * `-` and `_` of what the server sent get in, so no name can leave its folder or hide.
 */
export function artifactNames(artifacts: readonly Artifact[], title: string | undefined): string[] {
  const used = new Set<string>();
  return artifacts.map((artifact) => {
    const base = [slug(title), slug(artifact.stepId)].filter((part) => part !== '').join('-') || 'artifact';
    const extension = extensionOf(artifact);
    let name = `${base}.${extension}`;
    for (let copy = 2; used.has(name); copy += 1) name = `${base}-${copy}.${extension}`;
    used.add(name);
    return name;
  });
}

function slug(text: string | undefined): string {
  const plain = (text ?? '').normalize('NFKD').replace(/[^\w-]+/g, '-');
  return plain
    .replace(/^[-_]+/, '')
    .slice(0, LONGEST_PART)
    .replace(/[-_]+$/, '')
    .toLowerCase();
}

function extensionOf({ mimeType = '', kind = '', mediaType = '', url }: Artifact): string {
  const known = EXTENSIONS[mimeType.split(';')[0]?.trim().toLowerCase() ?? ''];
  const inURL = /\.([a-z0-9]{2,4})$/i.exec(url.split(/[?#]/)[0] ?? '')?.[1]?.toLowerCase();
  return known ?? inURL ?? FALLBACKS[kind] ?? FALLBACKS[mediaType] ?? 'bin';
}
