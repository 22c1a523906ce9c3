import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';
import { plainText } from './plain-text.ts';
import { shellWords } from './shell-words.ts';

test.each([
  ['colours', 'a\u001b[31mred\u001b[0mb', 'aredb'],
  ['a link', '\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007', 'click'],
  ['a title change that never ends', 'a\u001b]0;owned', expect.not.stringMatching(/\p{Cc}/u)],
  ['C1 controls', 'a\u009b2Jb', expect.not.stringMatching(/\p{Cc}/u)],
  ['line breaks and tabs', 'a\r\nb\tc\u2028d', 'a b c d'],
  ['a backspace and a bell', 'ab\u0008\u0007c', 'abc'],
  ['reordering marks', 'cod\u202etxt.exe\u2069', 'codtxt.exe'],
  ['text of any script', 'Größe 猫 🤖', 'Größe 猫 🤖'],
  ['nothing', undefined, ''],
])('strips %s', (_what, given, expected) => {
  expect(plainText(given)).toEqual(expected);
});

test('JSON keeps its meaning and loses what a terminal would obey', () => {
  const value = { title: 'a\u009b2J\u001b[2J\u202eb\u007f', list: ['猫'] };
  const text = jsonText(value);
  expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(JSON.parse(text)).toEqual(value);
});

test('words are quoted where a shell would read them differently', () => {
  expect(shellWords(['sogni-agent', 'watch', 'wf_1'])).toBe('sogni-agent watch wf_1');
  expect(shellWords(["it's; rm -rf", '$HOME', ''])).toBe(`'it'\\''s; rm -rf' '$HOME' ''`);
});
