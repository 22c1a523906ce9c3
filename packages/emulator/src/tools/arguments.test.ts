import { expect, test } from 'vitest';
import { promptFor } from './arguments.ts';

test('groups give their options in turn, each on its own', () => {
  const prompt = 'a {red|blue} fox in {snow|rain|fog}';
  expect([0, 1, 2, 3].map((result) => promptFor(prompt, result))).toEqual([
    'a red fox in snow',
    'a blue fox in rain',
    'a red fox in fog',
    'a blue fox in snow',
  ]);
});

test('braces without options are text', () => {
  expect(promptFor('a {fox}', 1)).toBe('a {fox}');
});
