import { SAMPLE_RATE } from './wav.ts';

/** One note: when, which, how loud and how long it rings. */
interface Note {
  startSeconds: number;
  /** Hertz. */
  frequency: number;
  /** 0 to 1. */
  loudness: number;
  /** Until the sound has fallen to about a third. */
  ringSeconds: number;
  /** Until the sound is at full strength; short for a pluck, long for a swell. */
  riseSeconds: number;
}

/** Strength of the overtones, the fundamental first: warm, like a soft electric piano. */
const OVERTONES = [1, 0.35, 0.12, 0.05];

/** Adds a note to the samples; what reaches beyond their end is dropped. */
export function addNote(samples: Float32Array, note: Note): void {
  OVERTONES.forEach((strength, index) => {
    const partial = index + 1;
    addPartial(samples, note, note.frequency * partial, note.loudness * strength, note.ringSeconds / partial);
  });
}

/**
 * A fading sine as a recurrence (each value from the two before), which costs two multiplications a sample where
 * `Math.sin` would cost a hundred cycles.
 */
function addPartial(
  samples: Float32Array,
  note: Note,
  frequency: number,
  loudness: number,
  ringSeconds: number,
): void {
  if (frequency > SAMPLE_RATE / 2) return;
  const start = Math.round(note.startSeconds * SAMPLE_RATE);
  const end = Math.min(samples.length, start + Math.round(5 * ringSeconds * SAMPLE_RATE));
  const rise = Math.max(1, note.riseSeconds * SAMPLE_RATE);
  const step = (2 * Math.PI * frequency) / SAMPLE_RATE;
  const decay = Math.exp(-1 / (ringSeconds * SAMPLE_RATE));
  const turn = 2 * decay * Math.cos(step);
  const shrink = decay * decay;
  let before = 0;
  let value = loudness * decay * Math.sin(step);
  for (let index = start; index < end; index++) {
    const age = index - start;
    samples[index] = (samples[index] ?? 0) + before * (age < rise ? age / rise : 1);
    const next = turn * value - shrink * before;
    before = value;
    value = next;
  }
}
