import { expect, test } from 'vitest';
import { parseCredentials } from './credentials-file.ts';

test.each([
  ['a plain line', 'SOGNI_API_KEY=abc', 'abc'],
  ['a byte order mark and CRLF', '\ufeff# key\r\nSOGNI_API_KEY=abc\r\n', 'abc'],
  ['export and spaces', '  export  SOGNI_API_KEY = abc  ', 'abc'],
  ['an equals sign in the key', 'SOGNI_API_KEY=a=b==', 'a=b=='],
  ['double quotes', 'SOGNI_API_KEY="a b"', 'a b'],
  ['single quotes', "SOGNI_API_KEY='abc'", 'abc'],
  ['quotes that do not match', 'SOGNI_API_KEY="abc\'', '"abc\''],
  ['other keys and comments', '# SOGNI_API_KEY=no\nOTHER=1\n\nSOGNI_API_KEY=abc', 'abc'],
  ['an empty value', 'SOGNI_API_KEY=', undefined],
  ['an empty quoted value', 'SOGNI_API_KEY=""', undefined],
  ['no line of its own', 'SOGNI_API_KEY', undefined],
  ['an empty file', '', undefined],
])('reads %s', (_what, text, expected) => {
  expect(parseCredentials(text)).toEqual({ apiKey: expected, warnings: [] });
});

test('keeps a value with " #" in it, and says so', () => {
  const { apiKey, warnings } = parseCredentials('SOGNI_API_KEY=abc # mine');
  expect(apiKey).toBe('abc # mine');
  expect(warnings).toEqual([expect.stringContaining('a line of its own')]);
});
