import { expect, test } from 'vitest';
import { lineCount, median, styleProblems } from './style-rules.mjs';

const lines = (count: number) => 'const a = 1;\n'.repeat(count);

test.each([
  ['a file over the limit', 'packages/a/src/x.ts', lines(301)],
  ['a first page over its limit', 'README.md', 'é'.repeat(3001)],
  ['a folder whose name says nothing', 'packages/a/src/utils/x.ts', ''],
  ['a file whose name says nothing', 'packages/a/src/helpers.test.ts', ''],
  ['a note to finish later', 'docs/x.md', 'TODO: write'],
  ['a path of one machine', 'docs/x.md', 'see /home/me/file'],
  ['a cast that silences', 'a.ts', 'const a = b as unknown as C;'],
  ['a silenced compiler', 'a.ts', '// @ts-ignore'],
  ['a test that hides the others', 'a.test.ts', 'test.only("x", () => {});'],
])('reports %s', (_, path, text) => {
  expect(styleProblems({ path, text })).toHaveLength(1);
});

test.each([
  ['a file at the limit', 'packages/a/src/x.ts', lines(300)],
  ['a long page that is not the first', 'docs/x.md', 'é'.repeat(3001)],
  ['a long data table', 'packages/a/src/catalog/x.ts', lines(400)],
  ['words that only contain a forbidden one', 'a.ts', "const many: Anything = 'mastodon';"],
  ['a URL path', 'a.md', 'https://example.com/home/page and ./home/x'],
  ['a conditional skip', 'a.test.ts', 'test.skipIf(!ffmpeg)("x", () => {});'],
  ['a type test of a refused call', 'a.test.ts', '// @ts-expect-error the key is wrong'],
])('accepts %s', (_, path, text) => {
  expect(styleProblems({ path, text })).toEqual([]);
});

test('names the line', () => {
  expect(styleProblems({ path: 'a.md', text: 'x\nFIXME' })).toEqual([expect.stringContaining('a.md:2')]);
});

test('counts lines as an editor does', () => {
  expect([lineCount('a\nb\n'), lineCount('a\nb')]).toEqual([2, 2]);
});

test('takes the mean of the two middle values of an even list', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, 0]);
});
