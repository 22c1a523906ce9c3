import { expect, test } from 'vitest';
import { validateToolArguments } from '../validate.ts';

const music = (args: object, options?: { coerce?: boolean }) =>
  validateToolArguments('generate_music', { prompt: 'Piano', ...args }, options);

test('a number in quotes is refused unless coercion is asked for', () => {
  expect(music({ duration: '30' })).toMatchObject({
    ok: false,
    arguments: { duration: '30' },
    issues: [{ path: 'duration', code: 'type' }],
  });
  expect(music({ duration: '30' }, { coerce: true })).toMatchObject({
    ok: true,
    arguments: { duration: 30 },
    warnings: [{ path: 'duration', code: 'coerced' }],
  });
});

test.each([
  [' 12 ', 12],
  ['1.5e1', 15],
  ['+20.', 20],
])('%j is read as %d', (text, duration) => {
  expect(music({ duration: text }, { coerce: true })).toMatchObject({ ok: true, arguments: { duration } });
});

test.each(['', ' ', '0x20', '1e999', 'NaN', 'Infinity', '30s', 'true', '1_000'])(
  '%j is no number',
  (text) => {
    expect(music({ duration: text }, { coerce: true })).toMatchObject({
      ok: false,
      issues: [{ path: 'duration', code: 'type' }],
    });
  },
);

test('a coerced value still has to keep the bounds and the enum', () => {
  expect(music({ duration: '5', timesig: '5' }, { coerce: true })).toMatchObject({
    ok: false,
    issues: [
      { path: 'duration', code: 'minimum' },
      { path: 'timesig', code: 'enum' },
    ],
  });
});

test('a fraction is not read as a whole number', () => {
  const result = validateToolArguments('generate_image', { prompt: 'A', seed: '1.5' }, { coerce: true });
  expect(result).toMatchObject({ ok: false, issues: [{ path: 'seed', code: 'type' }] });
});

test.each([
  ['TRUE', true],
  [' false ', false],
])('%j is read as %s', (text, expected) => {
  const result = validateToolArguments(
    'generate_video',
    { prompt: 'A', generateAudio: text },
    { coerce: true },
  );
  expect(result).toMatchObject({ ok: true, arguments: { generateAudio: expected } });
});

test('texts stay texts, even when they look like numbers', () => {
  const result = validateToolArguments('generate_image', { prompt: '5', aspectRatio: '1' }, { coerce: true });
  expect(result).toMatchObject({ ok: true, arguments: { prompt: '5', aspectRatio: '1' }, warnings: [] });
});
