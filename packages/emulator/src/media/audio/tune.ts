import { pick, type Random, seededRandom } from '../seeded-random.ts';
import { addNote } from './pluck.ts';
import { SAMPLE_RATE } from './wav.ts';

/** Scale degrees (0 is the key note) of the chords of four bars, in major. */
const PROGRESSIONS: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 5, 3, 4],
  [0, 4, 5, 3],
  [5, 3, 0, 4],
  [0, 2, 3, 4],
  [3, 0, 4, 5],
];

const MAJOR = [0, 2, 4, 5, 7, 9, 11];
/** Melodies keep to five notes of the scale, which go with every chord above. */
const PENTATONIC = [0, 1, 2, 4, 5];
const BEATS_PER_BAR = 4;

/** What a tune depends on. */
interface TuneOptions {
  durationSeconds: number;
  prompt: string;
  seed: number;
  bpm?: number;
}

/** Plays a quiet tune: chords that swell once a bar, a bass, and a plucked melody in quavers. */
export function composeTune(options: TuneOptions): Float32Array {
  const { durationSeconds, prompt, seed } = options;
  const random = seededRandom(`tune ${seed} ${prompt}`);
  const chosen = 84 + Math.floor(random() * 41);
  const beat = 60 / Math.min(300, Math.max(30, options.bpm ?? chosen));
  const key = 196 * 2 ** (Math.floor(random() * 12) / 12);
  const progression = pick(random, PROGRESSIONS);
  const samples = new Float32Array(Math.round(durationSeconds * SAMPLE_RATE));
  const bars = Math.ceil(durationSeconds / (beat * BEATS_PER_BAR));
  let melodyStep = 5;
  for (let bar = 0; bar < bars; bar++) {
    const start = bar * beat * BEATS_PER_BAR;
    const root = progression[bar % progression.length] ?? 0;
    addChord(samples, key, root, start, beat);
    melodyStep = addMelody(samples, random, { key, start, beat, step: melodyStep });
  }
  return samples;
}

function addChord(samples: Float32Array, key: number, root: number, start: number, beat: number): void {
  for (const degree of [root, root + 2, root + 4]) {
    const frequency = pitch(key, degree > 7 ? degree - 7 : degree);
    addNote(samples, {
      startSeconds: start,
      frequency,
      loudness: 0.16,
      ringSeconds: 2 * beat,
      riseSeconds: beat / 2,
    });
  }
  for (const offset of [0, 2.5]) {
    const startSeconds = start + offset * beat;
    const frequency = pitch(key, root) / 4;
    addNote(samples, { startSeconds, frequency, loudness: 0.4, ringSeconds: beat * 0.8, riseSeconds: 0.01 });
  }
}

/** Wanders up and down the five notes and returns where it stopped, so that the next bar goes on from there. */
function addMelody(
  samples: Float32Array,
  random: Random,
  { key, start, beat, step }: { key: number; start: number; beat: number; step: number },
): number {
  let current = step;
  for (let quaver = 0; quaver < BEATS_PER_BAR * 2; quaver++) {
    const onBeat = quaver % 2 === 0;
    current = Math.min(11, Math.max(1, current + pick(random, [-2, -1, -1, 1, 1, 2])));
    const loudness = (onBeat ? 0.3 : 0.22) * (0.8 + 0.2 * random());
    if (random() > (onBeat ? 0.85 : 0.55)) continue;
    const octave = Math.floor(current / PENTATONIC.length);
    const degree = (PENTATONIC[current % PENTATONIC.length] ?? 0) + 7 * octave;
    const startSeconds = start + (quaver * beat) / 2;
    addNote(samples, {
      startSeconds,
      frequency: pitch(key, degree),
      loudness,
      ringSeconds: 0.35,
      riseSeconds: 0.004,
    });
  }
  return current;
}

/** Hertz of a degree of the major scale on the key note. */
function pitch(key: number, degree: number): number {
  const octave = Math.floor(degree / MAJOR.length);
  return key * 2 ** (octave + (MAJOR[degree % MAJOR.length] ?? 0) / 12);
}
