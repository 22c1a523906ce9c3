import { expect, test } from 'vitest';
import { renderAudio } from './render-audio.ts';

const request = {
  kind: 'audio',
  format: 'wav',
  durationSeconds: 1.5,
  prompt: 'calm piano',
  seed: 4,
} as const;

function samplesOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(Uint8Array.from(bytes.subarray(44)).buffer);
}

/** Root mean square of some samples. */
function strength(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

test('writes a WAV header that fits its samples', () => {
  const media = renderAudio(request);
  const file = Buffer.from(media.bytes);
  expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  const format = [16, 18].map((at) => file.readUInt16LE(at + 4));
  expect(format).toEqual([1, 1]);
  expect([
    file.readUInt32LE(24),
    file.readUInt32LE(28),
    file.readUInt16LE(32),
    file.readUInt16LE(34),
  ]).toEqual([44100, 88200, 2, 16]);
  expect(file.readUInt32LE(40)).toBe(file.length - 44);
  expect(media).toMatchObject({
    mimeType: 'audio/wav',
    extension: 'wav',
    durationSeconds: 1.5,
    sizeBytes: file.length,
  });
});

test.each([0.001, 0.75, 2.3456])('has exactly the length of %f seconds', (durationSeconds) => {
  const { bytes } = renderAudio({ ...request, durationSeconds });
  expect(samplesOf(bytes).length).toBe(Math.round(durationSeconds * 44100));
});

test.each([false, true])(
  'is audible, never clipped, and starts and ends in silence (speech: %s)',
  (speech) => {
    const samples = samplesOf(renderAudio({ ...request, speech }).bytes);
    expect(strength(samples)).toBeGreaterThan(1000);
    const peak = samples.reduce((largest, sample) => Math.max(largest, Math.abs(sample)), 0);
    // The loudest sample may lie where the ends are faded.
    expect(peak).toBeGreaterThan(0.6 * 32767);
    expect(peak).toBeLessThanOrEqual(Math.round(0.7 * 32767));
    expect(Math.abs(samples[0] ?? 99)).toBeLessThan(10);
    expect(Math.abs(samples.at(-1) ?? 99)).toBeLessThan(10);
  },
);

test('plays another tune for another seed, prompt, tempo, and the same for the same', () => {
  const play = (changes: object) =>
    Buffer.from(renderAudio({ ...request, ...changes }).bytes).toString('latin1');
  const variants = [{}, { seed: 5 }, { prompt: 'wild drums' }, { bpm: 60 }, { bpm: 140 }, { speech: true }];
  expect(new Set(variants.map(play)).size).toBe(variants.length);
  expect(play({})).toBe(play({}));
});

test('strikes the first chord of the second bar at the asked tempo', () => {
  const samples = samplesOf(renderAudio({ ...request, bpm: 240, durationSeconds: 2 }).bytes);
  const around = (seconds: number) => strength(samples.subarray(seconds * 44100, (seconds + 0.1) * 44100));
  // Four beats of a quarter second: the bass comes in again after one second.
  expect(around(1)).toBeGreaterThan(around(0.88));
});

test('speaks without letters in the prompt too', () => {
  const samples = samplesOf(renderAudio({ ...request, prompt: '猫 123', speech: true }).bytes);
  expect(strength(samples)).toBeGreaterThan(1000);
});
