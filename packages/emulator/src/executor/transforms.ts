import type { DependencyTransform } from '@sogni/intelligence-client/workflows';
import { ORIGIN } from '../http/origin.ts';
import type { MediaFiles } from '../store/media-files.ts';
import type { MediaKind, SourceMedia } from './media-space.ts';
import { StepError } from './step-error.ts';
import { cuesOf, srtOf } from './subtitles.ts';

/** Bytes a file may have to be put into an argument whole. */
const MAX_DATA_URI = 10 * 1024 * 1024;

const KINDS: Partial<Record<DependencyTransform, MediaKind>> = {
  image_url: 'image',
  image_index: 'image',
  video_url: 'video',
  video_index: 'video',
  audio_url: 'audio',
  audio_index: 'audio',
};

/** The kind of source a transform is limited to. */
export function kindOf(transform: DependencyTransform): MediaKind | undefined {
  return KINDS[transform];
}

/** What a dependency without a transform means, going by the argument it fills. */
export function impliedTransform(argument: string): DependencyTransform {
  const kind = /audio|voice/i.test(argument) ? 'audio' : /video/i.test(argument) ? 'video' : 'image';
  if (/ind(ex|ices)$/i.test(argument)) return `${kind}_index`;
  if (argument === 'cues') return 'subtitle_cues';
  if (argument === 'srt') return 'subtitle_srt';
  if (argument === 'overlays') return 'overlay_items';
  if (argument === 'asset_id' || argument === 'assets') return 'asset_ref';
  return 'artifact_url';
}

/** How a transform sees the argument it fills. */
export interface Target {
  /** The argument, or each of its items, is an object. */
  wantsObject: boolean;
}

/** Turns a source into the value of an argument. Source: rest-api 8.3. */
export async function applyTransform(
  transform: DependencyTransform,
  source: SourceMedia,
  files: MediaFiles,
  target: Target,
): Promise<unknown> {
  switch (transform) {
    case 'artifact_url':
    case 'image_url':
    case 'video_url':
    case 'audio_url':
      return source.url;
    case 'image_index':
    case 'video_index':
    case 'audio_index':
      return source.index;
    case 'artifact_data_uri': {
      const bytes = await bytesOf(source, files);
      return `data:${source.mimeType ?? 'application/octet-stream'};base64,${Buffer.from(bytes).toString('base64')}`;
    }
    case 'subtitle_cues':
      return cuesOf(await textOf(source, files), source.durationSeconds);
    case 'subtitle_srt':
      return srtOf(cuesOf(await textOf(source, files), source.durationSeconds));
    case 'overlay_items':
      return source.kind === 'image'
        ? [{ kind: 'image', position: 'bottom-right', sourceImageIndex: source.index }]
        : [{ kind: 'text', position: 'bottom-center', text: await textOf(source, files) }];
    case 'asset_ref':
      if (!target.wantsObject) return source.id;
      return {
        asset_id: source.id,
        user_label: source.prompt ?? source.id,
        type: source.kind,
        url: source.url,
      };
  }
}

/** The text of a text artifact, or what a media artifact was made from. */
async function textOf(source: SourceMedia, files: MediaFiles): Promise<string> {
  const name = ownFile(source);
  if (source.kind === 'text' && name) return Buffer.from(await files.read(name)).toString('utf8');
  return source.prompt ?? source.id;
}

async function bytesOf(source: SourceMedia, files: MediaFiles): Promise<Uint8Array> {
  const name = ownFile(source);
  if (!name) {
    throw new StepError(
      'ASSET_NOT_FOUND',
      `artifact_data_uri needs a file of this emulator; ${source.url} is elsewhere`,
    );
  }
  const bytes = await files.read(name);
  if (bytes.byteLength > MAX_DATA_URI) {
    throw new StepError(
      'PARAMETER_INVALID',
      `${source.id} is larger than 10 MiB; pass its URL with artifact_url instead`,
    );
  }
  return bytes;
}

function ownFile({ url }: SourceMedia): string | undefined {
  const prefix = `${ORIGIN}/_media/out/`;
  return url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
}
