import { expect, test } from 'vitest';
import { extractSnippets } from './extract-snippets.mjs';

const extract = (text: string) => extractSnippets('page.md', text);

test('finds blocks of every spelling of the two languages, and no other', () => {
  const names = ['ts', 'typescript', 'js', 'sh', 'bash', 'console', 'json', 'text', ''];
  const text = names.map((name) => `\`\`\`${name}\ncode\n\`\`\``).join('\n\n');
  expect(extract(text).map(({ language }) => language)).toEqual(['ts', 'ts', 'ts', 'sh', 'sh', 'sh']);
});

test('counts lines from the first line of code', () => {
  expect(extract('# A\n\n```ts\nconst a = 1;\n```')).toMatchObject([{ line: 4, code: 'const a = 1;' }]);
});

test('applies a comment to the next block only', () => {
  const block = '```sh\nx\n```';
  const text = `<!-- snippet: skip, needs a terminal -->\n\n${block}\n\n${block}`;
  expect(extract(text)).toMatchObject([{ mode: 'skip', reason: 'needs a terminal' }, { mode: 'run' }]);
});

test('forgets a comment when prose stands between it and the block', () => {
  expect(extract('<!-- snippet: compile-only -->\nProse.\n```ts\nx\n```')).toMatchObject([{ mode: 'run' }]);
});

test.each(['skip', 'skip,', 'ignore', 'compile'])('refuses the comment "%s"', (words) => {
  expect(() => extract(`<!-- snippet: ${words} -->\n\`\`\`ts\nx\n\`\`\``)).toThrow('is unknown');
});

test('refuses a block that is never closed', () => {
  expect(() => extract('```ts\nconst a = 1;')).toThrow('page.md:1');
});
