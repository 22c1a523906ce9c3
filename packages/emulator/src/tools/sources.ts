import type { MediaKind, SourceMedia } from '../executor/media-space.ts';
import { StepError } from '../executor/step-error.ts';
import { listArgument, numberArgument, textArgument } from './arguments.ts';
import type { ToolCall } from './tool-call.ts';

/** Where a tool looks for a file it works on. */
export interface SourceRule {
  kind: MediaKind;
  /** Index arguments, the first that is given counts. */
  indices: readonly string[];
  /** URL arguments, looked at after the indices. */
  urls: readonly string[];
  /** What is taken when the call names nothing: the newest result or the first upload, whichever is there. */
  fallback: 'latest' | 'upload' | 'none';
}

/** The file a tool works on, or `undefined` when there is none. Throws `ASSET_NOT_FOUND` for an index nothing has. */
export function findSource(call: ToolCall, rule: SourceRule): SourceMedia | undefined {
  for (const name of rule.indices) {
    const index = numberArgument(call, name);
    if (index !== undefined) return sourceAt(call, rule.kind, index, name);
  }
  for (const name of rule.urls) {
    const url = textArgument(call, name) ?? listArgument(call, name)[0];
    if (typeof url === 'string') return call.space.atUrl(rule.kind, url);
  }
  const { generated, uploaded } = call.space;
  const latest = generated.findLast(({ kind }) => kind === rule.kind);
  const upload = uploaded.find(({ kind }) => kind === rule.kind);
  if (rule.fallback === 'latest') return latest ?? upload;
  return rule.fallback === 'upload' ? (upload ?? latest) : undefined;
}

/** As `findSource`, but a missing file fails the step with `USER_INPUT_INCOMPLETE`. */
export function needSource(call: ToolCall, rule: SourceRule): SourceMedia {
  const source = findSource(call, rule);
  if (source) return source;
  const ways = [...rule.indices, ...rule.urls].join(', ');
  throw new StepError(
    'USER_INPUT_INCOMPLETE',
    `${call.tool} needs ${rule.kind === 'image' || rule.kind === 'audio' ? 'an' : 'a'} ${rule.kind}; bind one with dependsOn or give ${ways}`,
  );
}

/** Every file of an index list, in order. Throws `ASSET_NOT_FOUND` for an index nothing has. */
export function sourcesAt(call: ToolCall, kind: MediaKind, name: string): SourceMedia[] {
  return listArgument(call, name).map((index) => sourceAt(call, kind, Number(index), name));
}

/** The file of one index. Throws `ASSET_NOT_FOUND` when nothing has it. */
export function sourceAt(call: ToolCall, kind: MediaKind, index: number, argument: string): SourceMedia {
  const source = call.space.at(kind, index);
  if (source) return source;
  const hint = index < 0 ? 'media_references holds no such upload' : 'no earlier step has made it';
  throw new StepError(
    'ASSET_NOT_FOUND',
    `${call.tool}: ${argument} is ${index}, but there is no such ${kind}; ${hint}`,
  );
}

/** Image to work on, as most image tools look for it. */
export const IMAGE_SOURCE: SourceRule = {
  kind: 'image',
  indices: ['sourceImageIndex'],
  urls: ['source_image_url', 'reference_image_url', 'reference_image_urls'],
  fallback: 'latest',
};

/** Video to work on, as most video tools look for it. */
export const VIDEO_SOURCE: SourceRule = {
  kind: 'video',
  indices: ['videoSourceIndex', 'sourceVideoIndex', 'videoIndex'],
  urls: ['reference_video_url', 'reference_video_urls'],
  fallback: 'upload',
};

/** Sound to work on. */
export const AUDIO_SOURCE: SourceRule = {
  kind: 'audio',
  indices: ['audioSourceIndex', 'voiceSourceIndex', 'audioIndex'],
  urls: ['reference_audio_url', 'reference_audio_urls', 'voice_source_url'],
  fallback: 'latest',
};
