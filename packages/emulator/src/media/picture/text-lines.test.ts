import { expect, test } from 'vitest';
import { wrapText } from './text-lines.ts';

test('breaks lines at spaces', () => {
  expect(wrapText('a storm over\n the  sea', 8, 5)).toEqual(['a storm', 'over the', 'sea']);
});

test('breaks a word that is longer than a line', () => {
  expect(wrapText('go lighthouses', 5, 5)).toEqual(['go', 'light', 'house', 's']);
});

test('ends with an ellipsis where text is cut', () => {
  expect(wrapText('one two three four five', 9, 2)).toEqual(['one two', 'three…']);
  expect(wrapText('abcdefghij', 4, 1)).toEqual(['abc…']);
});

test('writes letters with accents without them, and keeps characters outside Latin one by one', () => {
  expect(wrapText('café 日本語', 6, 2)).toEqual(['cafe', '日本語']);
  expect(wrapText('🦊🦊🦊', 2, 2)).toEqual(['🦊🦊', '🦊']);
});

test('gives no line without text or without room', () => {
  expect(wrapText(' \n ', 10, 3)).toEqual([]);
  expect(wrapText('text', 10, 0)).toEqual([]);
  expect(wrapText('text', 0, 3)).toEqual([]);
});
