import type { Artifact } from '@sogni/intelligence-client/workflows';
import type { StoredArtifact } from '../store/artifacts.ts';
import type { Media } from '../store/media.ts';
import type { InputMedia } from '../workflows/types.ts';

/** Kinds that have an index space. */
export type MediaKind = 'image' | 'video' | 'audio';

/** A file a tool can work on, with the sizes that are known of it. */
export interface SourceMedia {
  kind: string;
  id: string;
  url: string;
  /** Position in its kind: 0, 1, 2… for results, -1, -2… for the request's media. */
  index: number;
  mimeType?: string;
  width?: number;
  height?: number;
  durationSeconds?: number;
  /** What it shows or says, as far as that is known. */
  prompt?: string;
}

/** A file a workflow made; `step` is the sequence of the step. */
interface GeneratedMedia extends SourceMedia {
  step: number;
}

/** Everything a step of one workflow can refer to. Source: rest-api 8.3. */
export interface MediaSpace {
  generated: readonly GeneratedMedia[];
  uploaded: readonly SourceMedia[];
  /** By index; `undefined` when nothing has it. */
  at(kind: MediaKind, index: number): SourceMedia | undefined;
  /** By URL; a file from elsewhere is taken as it is, without looking at it. */
  atUrl(kind: MediaKind, url: string): SourceMedia;
}

/** Sizes assumed for files from elsewhere, which the emulator never fetches. */
const ASSUMED: Record<MediaKind, Partial<SourceMedia>> = {
  image: { width: 1024, height: 1024 },
  video: { width: 1280, height: 720, durationSeconds: 5 },
  audio: { durationSeconds: 10 },
};

export function createMediaSpace(
  artifacts: readonly StoredArtifact[],
  inputs: readonly InputMedia[],
  media: Media,
): MediaSpace {
  const seen = new Map<string, number>();
  const next = (kind: string) => {
    const index = seen.get(kind) ?? 0;
    seen.set(kind, index + 1);
    return index;
  };
  const generated = artifacts.map(({ step, artifact }) => ({
    ...sourceOf(artifact, next(String(artifact.kind))),
    step,
  }));
  seen.clear();
  const uploaded = inputs.map((input, position) =>
    uploadOf({ id: `media_ref_${position + 1}`, ...input }, -1 - next(input.kind), media),
  );
  const all = [...generated, ...uploaded];
  return {
    generated,
    uploaded,
    at: (kind, index) => all.find((source) => source.kind === kind && source.index === index),
    atUrl: (kind, url) =>
      all.find((source) => source.url === url) ?? uploadOf({ kind, url }, Number.NaN, media),
  };
}

function sourceOf(artifact: Artifact, index: number): SourceMedia {
  const { id = '', kind = 'other', url, mimeType, width, height, durationSeconds, metadata } = artifact;
  const prompt = metadata?.prompt;
  return {
    kind,
    id,
    url,
    index,
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(typeof prompt === 'string' ? { prompt } : {}),
  };
}

function uploadOf(input: InputMedia, index: number, media: Media): SourceMedia {
  const { kind, url, id, filename, ...sizes } = input;
  const hash = /\/_media\/(?:[\w-]+\/)?([0-9a-f]{32})\.\w+$/.exec(url)?.[1];
  const own = hash === undefined ? undefined : media.find(hash);
  const known = own ? { ...own.detail, mimeType: own.mimeType } : ASSUMED[kind];
  return {
    ...known,
    ...sizes,
    kind,
    url,
    index,
    id: id ?? url,
    ...(filename === undefined ? {} : { prompt: filename }),
  };
}
