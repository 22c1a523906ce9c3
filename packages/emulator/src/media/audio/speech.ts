import { type Random, seededRandom } from '../seeded-random.ts';
import { createResonator } from './resonator.ts';
import { SAMPLE_RATE } from './wav.ts';

/** The two resonances that make a vowel, in hertz, of a middle-sized voice. */
const VOWELS: Record<string, readonly [number, number]> = {
  a: [760, 1250],
  e: [530, 1840],
  i: [300, 2250],
  o: [470, 900],
  u: [330, 830],
  y: [360, 2000],
};

const THIRD_RESONANCE = 2700;
const HISSING = /^[cfhjkpqstxz]/;

/** One sound of the babble; without a vowel it is a pause. */
interface Syllable {
  readonly seconds: number;
  readonly vowel?: readonly [number, number];
  /** Starts with a hiss, as in "s" or "t". */
  readonly hiss: boolean;
  /** Hertz of the voice. */
  readonly pitch: number;
}

/** Babbles the syllables of the prompt in a seeded voice, over and over until the time is full. */
export function babble(options: { durationSeconds: number; prompt: string; seed: number }): Float32Array {
  const random = seededRandom(`voice ${options.seed} ${options.prompt}`);
  const samples = new Float32Array(Math.round(options.durationSeconds * SAMPLE_RATE));
  const voice = 105 + random() * 110;
  const words = syllableWords(options.prompt);
  let position = 0;
  while (position < samples.length) {
    for (const syllable of phrase(words, voice, random)) {
      const length = Math.round(syllable.seconds * SAMPLE_RATE);
      if (syllable.vowel) addSyllable(samples.subarray(position, position + length), syllable, random);
      position += length;
      if (position >= samples.length) break;
    }
  }
  return samples;
}

/** Words as lists of syllables, each some consonants and a vowel; never empty. */
function syllableWords(prompt: string): string[][] {
  const letters = prompt.normalize('NFKD').toLowerCase();
  const words = (letters.match(/[a-z]+/g) ?? [])
    .slice(0, 60)
    .map((word) => word.match(/[^aeiouy]*[aeiouy]/g) ?? []);
  const spoken = words.filter((word) => word.length > 0);
  return spoken.length > 0 ? spoken : [['la'], ['li', 'lo']];
}

/** The pitch falls through a phrase, as it does in a statement. */
function* phrase(words: string[][], voice: number, random: Random): Generator<Syllable> {
  for (const [index, word] of words.entries()) {
    const fall = 1.15 - 0.3 * (index / words.length);
    for (const letters of word) {
      const pitch = voice * fall * (0.94 + 0.12 * random());
      const vowel = VOWELS[letters.at(-1) ?? 'a'] ?? [760, 1250];
      yield { seconds: 0.12 + 0.09 * random(), vowel, hiss: HISSING.test(letters), pitch };
    }
    yield pause(0.05);
  }
  yield pause(0.45);
}

function pause(seconds: number): Syllable {
  return { seconds, hiss: false, pitch: 0 };
}

/** A buzz through three resonators, with a hiss in front where the consonant asks for one. */
function addSyllable(target: Float32Array, syllable: Syllable, random: Random): void {
  const [first, second] = syllable.vowel ?? [0, 0];
  const resonators = [
    createResonator(first, 80, 1),
    createResonator(second, 110, 1.6),
    createResonator(THIRD_RESONANCE, 160, 1.2),
  ];
  const hissEnd = syllable.hiss ? Math.min(target.length * 0.3, 0.05 * SAMPLE_RATE) : 0;
  let turn = 0;
  for (let index = 0; index < target.length; index++) {
    if (index < hissEnd) {
      target[index] = (random() - 0.5) * 0.05 * Math.sin((Math.PI * index) / hissEnd);
      continue;
    }
    const age = (index - hissEnd) / (target.length - hissEnd);
    turn = (turn + (syllable.pitch * (1 + 0.06 * (0.5 - age))) / SAMPLE_RATE) % 1;
    const buzz = turn < 0.4 ? Math.sin((Math.PI * turn) / 0.4) - 0.3 : -0.3;
    const envelope = Math.sin(Math.PI * Math.sqrt(age));
    let sum = 0;
    for (const resonate of resonators) sum += resonate(buzz * envelope);
    target[index] = sum;
  }
}
