import { StepError } from '../executor/step-error.ts';
import { isRecord } from '../workflows/is-record.ts';
import { listArgument, numberArgument, textArgument } from './arguments.ts';
import { clips, sameSize } from './clip.ts';
import { withShortSide } from './size.ts';
import { needSource, sourceAt, sourcesAt, VIDEO_SOURCE } from './sources.ts';
import type { Tool } from './tool-call.ts';

const UNKNOWN_LENGTH = 5;

/** Clips one after the other; each transition overlaps its two clips. */
export const stitchVideo: Tool = (call) => {
  const videos = sourcesAt(call, 'video', 'videoIndices');
  const audio = numberArgument(call, 'audioIndex');
  if (audio !== undefined) sourceAt(call, 'audio', audio, 'audioIndex');
  const [first] = videos;
  if (!first)
    throw new StepError('USER_INPUT_INCOMPLETE', 'stitch_video needs at least two clips in videoIndices');
  const { transition } = call.args;
  const overlap = isRecord(transition) ? Number(transition.durationSeconds ?? 0.5) : 0;
  const total = videos.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? UNKNOWN_LENGTH), 0);
  const durationSeconds = Math.max(0.1, round(total - overlap * (videos.length - 1)));
  const metadata = { clips: videos.map(({ id }) => id) };
  return clips(call, { size: sameSize(first), durationSeconds, prompt: `${videos.length} clips`, metadata });
};

/** The source and `duration` seconds more. */
export const extendVideo: Tool = (call) => {
  const source = needSource(call, VIDEO_SOURCE);
  const added = numberArgument(call, 'duration') ?? 0;
  const durationSeconds = round((source.durationSeconds ?? UNKNOWN_LENGTH) + added);
  return clips(call, { size: sameSize(source), durationSeconds, source, metadata: { addedSeconds: added } });
};

/** The source with a part taken out and another put in. */
export const replaceVideoSegment: Tool = (call) => {
  const source = needSource(call, VIDEO_SOURCE);
  const length = source.durationSeconds ?? UNKNOWN_LENGTH;
  const asked = {
    start: numberArgument(call, 'startSeconds') ?? 0,
    end: numberArgument(call, 'endSeconds') ?? length,
  };
  const start = Math.max(asked.start, 0);
  const end = Math.min(length, asked.end < 0 ? length : asked.end);
  const index = numberArgument(call, 'replacementVideoIndex');
  const replacement =
    index === undefined ? undefined : sourceAt(call, 'video', index, 'replacementVideoIndex');
  if (end < start || (end === start && !replacement)) {
    throw new StepError(
      'PARAMETER_INVALID',
      `replace_video_segment: ${asked.start} to ${asked.end} s is no part of a clip of ${length} s; an insertion needs replacementVideoIndex`,
    );
  }
  const inserted = replacement ? windowOf(replacement.durationSeconds ?? UNKNOWN_LENGTH) : end - start;
  const durationSeconds = Math.max(0.1, round(length - (end - start) + inserted));
  return clips(call, {
    size: sameSize(source),
    durationSeconds,
    source,
    metadata: { replaced: { start, end, inserted } },
  });

  function windowOf(total: number): number {
    const from = numberArgument(call, 'replacementStartSeconds') ?? 0;
    const to = Math.min(total, numberArgument(call, 'replacementEndSeconds') ?? total);
    if (to > from) return to - from;
    throw new StepError(
      'PARAMETER_INVALID',
      `replace_video_segment: the replacement clip has nothing from ${from} to ${to} s`,
    );
  }
};

/** The source with texts or images on top. */
export const overlayVideo: Tool = (call) => {
  const source = needSource(call, VIDEO_SOURCE);
  const overlays = listArgument(call, 'overlays').filter(isRecord);
  for (const { sourceImageIndex } of overlays) {
    if (typeof sourceImageIndex === 'number')
      sourceAt(call, 'image', sourceImageIndex, 'overlays.sourceImageIndex');
  }
  const texts = overlays.map(({ text }) => text).filter((text) => typeof text === 'string');
  const prompt = texts.join(' / ') || `${overlays.length} overlays`;
  return clips(call, { size: sameSize(source), durationSeconds: lengthOf(source), prompt, source });
};

/** The source with subtitles: exactly one of `cues` and `srt`. Source: contracts 1.3. */
export const addSubtitles: Tool = (call) => {
  const source = needSource(call, VIDEO_SOURCE);
  const cues = listArgument(call, 'cues');
  const srt = textArgument(call, 'srt');
  if (cues.length > 0 === (srt !== undefined)) {
    const found = srt === undefined ? 'neither' : 'both';
    throw new StepError(
      'USER_INPUT_INCOMPLETE',
      `add_subtitles takes either cues or srt, and got ${found}; it does not transcribe`,
    );
  }
  const texts = cues.map((cue) => (isRecord(cue) ? String(cue.text ?? '') : ''));
  const prompt = srt ?? texts.join(' / ');
  return clips(call, { size: sameSize(source), durationSeconds: lengthOf(source), prompt, source });
};

/** The source with a short side of `targetResolution`, 1440 by default. */
export const upscaleVideo: Tool = (call) => {
  const source = needSource(call, { ...VIDEO_SOURCE, fallback: 'latest' });
  const size = withShortSide(sameSize(source), numberArgument(call, 'targetResolution') ?? 1440);
  return clips(call, { size, durationSeconds: lengthOf(source), source });
};

function lengthOf({ durationSeconds }: { durationSeconds?: number }): number {
  return durationSeconds ?? UNKNOWN_LENGTH;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
