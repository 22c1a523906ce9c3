import { listArgument, numberArgument, textArgument } from './arguments.ts';
import { clipSize, clips } from './clip.ts';
import { IMAGE_SOURCE, needSource } from './sources.ts';
import type { Tool } from './tool-call.ts';

/** Length of the turn from one angle to the next. Source: contracts 1.3. */
const TURN_SECONDS = 2.5;
const DEFAULT_TURNS = 4;

/** Seconds of each dance. Source: contracts 1.3. */
const DANCE_SECONDS: Record<string, number> = {
  rasputin: 32,
  'big-guy': 11,
  'keep-it-gangsta': 21,
  'this-is-america': 22,
  'chinese-new-year': 18,
  spongebob: 27,
  chanel: 14,
  'crystal-light-aerobics-1988': 52,
  'plastic-dream-sequence': 28,
};

/** A dance in a single clip is cut here. */
const LONGEST_SINGLE_CLIP = 20;

/** All round the subject: a turn for every angle, and one back to the front. */
export const orbitVideo: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  const angles = listArgument(call, 'angles');
  const turns = angles.length > 0 ? angles.length + 1 : DEFAULT_TURNS;
  const prompt = textArgument(call, 'prompt') ?? textArgument(call, 'dialogue') ?? source.prompt ?? 'orbit';
  const metadata = { clips: turns };
  return clips(call, {
    size: clipSize(call, source),
    durationSeconds: turns * TURN_SECONDS,
    prompt,
    source,
    metadata,
  });
};

/** The subject dances for as long as the dance is, or for `duration`. */
export const danceMontage: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  const dance = textArgument(call, 'dance') ?? '';
  const full = numberArgument(call, 'duration') ?? DANCE_SECONDS[dance] ?? LONGEST_SINGLE_CLIP;
  const durationSeconds = call.args.singleClip === true ? Math.min(full, LONGEST_SINGLE_CLIP) : full;
  return clips(call, {
    size: clipSize(call, source),
    durationSeconds,
    prompt: dance,
    source,
    metadata: { dance },
  });
};
