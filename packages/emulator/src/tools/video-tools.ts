import type { SourceMedia } from '../executor/media-space.ts';
import { StepError } from '../executor/step-error.ts';
import { listArgument, numberArgument, textArgument } from './arguments.ts';
import { clipOutputs, clipSize, clips, sameSize } from './clip.ts';
import { withAspect } from './size.ts';
import {
  AUDIO_SOURCE,
  findSource,
  IMAGE_SOURCE,
  needSource,
  sourceAt,
  sourcesAt,
  VIDEO_SOURCE,
} from './sources.ts';
import type { Tool, ToolCall } from './tool-call.ts';

const DEFAULT_SECONDS = 5;

/** A clip from a text; references are optional and lend the shape. */
export const generateVideo: Tool = (call) => {
  const images = sourcesAt(call, 'image', 'referenceImageIndices');
  const videos = sourcesAt(call, 'video', 'referenceVideoIndices');
  sourcesAt(call, 'audio', 'referenceAudioIndices');
  const source =
    images[0] ??
    findSource(call, { ...IMAGE_SOURCE, indices: [], fallback: 'none' }) ??
    videos[0] ??
    findSource(call, { ...VIDEO_SOURCE, indices: [], fallback: 'none' });
  return clips(call, { size: clipSize(call, source), durationSeconds: secondsOf(call), source });
};

/** A clip from an image, or one from each of several. */
export const animatePhoto: Tool = (call) => {
  checkEndImages(call);
  const durationSeconds = secondsOf(call);
  const sources = sourcesAt(call, 'image', 'sourceImageIndices');
  const prompts = listArgument(call, 'prompts').map(String);
  if (sources.length === 0 && prompts.length === 0) {
    const source = needSource(call, IMAGE_SOURCE);
    return clips(call, { size: clipSize(call, source), durationSeconds, source });
  }
  if (sources.length > 0 && prompts.length > 0 && sources.length !== prompts.length) {
    throw new StepError(
      'PARAMETER_INVALID',
      `animate_photo has ${prompts.length} prompts for ${sources.length} source images; give one for each`,
    );
  }
  const shared = sources.length === 0 ? needSource(call, IMAGE_SOURCE) : undefined;
  const count = Math.max(sources.length, prompts.length);
  const outputs = Array.from({ length: count }, (_, index) => {
    const source = sources[index] ?? shared;
    const prompt = prompts[index];
    return clipOutputs(
      call,
      { size: clipSize(call, source), durationSeconds, source, ...(prompt ? { prompt } : {}) },
      index,
    );
  });
  return { outputs: outputs.flat() };
};

/** A clip that moves to a sound; `audioStart` has to lie inside it. */
export const soundToVideo: Tool = (call) => {
  const sound = needSource(call, AUDIO_SOURCE);
  const source = findSource(call, IMAGE_SOURCE);
  const start = numberArgument(call, 'audioStart') ?? 0;
  const length = sound.durationSeconds;
  if (length !== undefined && start >= length) {
    throw new StepError(
      'PARAMETER_INVALID',
      `sound_to_video: audioStart is ${start} s, but the sound ends at ${length} s`,
    );
  }
  checkEndImages(call);
  const metadata = { audioArtifactId: sound.id };
  return clips(call, { size: clipSize(call, source), durationSeconds: secondsOf(call), source, metadata });
};

/** Modes that put a person or thing from an image into the motion of the clip. */
const NEEDS_IMAGE = new Set(['animate-move', 'animate-replace', 'pose']);

/** A clip that follows another one. */
export const videoToVideo: Tool = (call) => {
  const source = needSource(call, VIDEO_SOURCE);
  const mode = textArgument(call, 'controlMode');
  if (mode !== undefined && NEEDS_IMAGE.has(mode)) {
    needSource(call, {
      ...IMAGE_SOURCE,
      urls: ['reference_image_url', 'reference_image_urls', 'source_image_url'],
    });
  }
  const mask = numberArgument(call, 'maskImageIndex');
  if (mask !== undefined) sourceAt(call, 'image', mask, 'maskImageIndex');
  const durationSeconds = numberArgument(call, 'duration') ?? source.durationSeconds ?? DEFAULT_SECONDS;
  const metadata = { controlMode: mode ?? 'animate-move' };
  return clips(call, { size: followedSize(call, source, mode), durationSeconds, source, metadata });
};

function followedSize(call: ToolCall, source: SourceMedia, mode: string | undefined) {
  const target = textArgument(call, 'outpaintAspectRatio');
  if (mode !== 'outpaint' || target === undefined) {
    return numberArgument(call, 'targetResolution') === undefined ? sameSize(source) : clipSize(call, source);
  }
  // The canvas only grows: one side stays, the other is drawn out to the new shape.
  const { width, height } = sameSize(source);
  const shape = withAspect({ width: 1600, height: 1600 }, target);
  const ratio = shape.width / shape.height;
  const grown = ratio > width / height ? { width: height * ratio, height } : { width, height: width / ratio };
  return { width: Math.round(grown.width / 2) * 2, height: Math.round(grown.height / 2) * 2 };
}

function checkEndImages(call: ToolCall): void {
  sourcesAt(call, 'image', 'endImageIndices');
  const end = numberArgument(call, 'endImageIndex');
  if (end !== undefined) sourceAt(call, 'image', end, 'endImageIndex');
}

function secondsOf(call: ToolCall): number {
  return numberArgument(call, 'duration') ?? DEFAULT_SECONDS;
}
