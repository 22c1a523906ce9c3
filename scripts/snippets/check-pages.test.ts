import { expect, test, vi } from 'vitest';
import { checkPages } from './check-pages.mjs';

// Each test compiles a project.
vi.setConfig({ testTimeout: 60_000 });

const check = (text: string) =>
  checkPages([{ path: 'docs/page.md', text }], { packages: [], settings: { GREETING: 'hello' } });
const ts = (code: string) => `# Page\n\n\`\`\`ts\n${code}\n\`\`\`\n`;
const sh = (code: string) => `\`\`\`sh\n${code}\n\`\`\`\n`;

test('runs a snippet that is right, with the settings in its environment', async () => {
  const code = "if (process.env['GREETING'] !== 'hello') throw new Error('no settings');";
  expect(await check(ts(code))).toEqual({ ran: 1, problems: [], notes: [] });
});

test('catches a snippet that does not compile, at its line in the page', async () => {
  const { problems } = await check(ts("const count: number = 'many';\nconsole.log(count);"));
  expect(problems).toEqual([expect.stringContaining('docs-page-line-4.ts(4,7)')]);
});

test('catches a snippet that throws, at its line in the page', async () => {
  const { problems } = await check(ts("console.log('before');\nthrow new Error('broken');"));
  expect(problems).toEqual([expect.stringMatching(/docs\/page\.md:4 ended with code 1[\s\S]*line-4\.ts:5/)]);
});

test('catches a rejection that nobody handles', async () => {
  const { problems } = await check(ts("void Promise.reject(new Error('lost'));"));
  expect(problems).toEqual([expect.stringContaining('lost')]);
});

test('catches a failing command anywhere in a shell block', async () => {
  const { problems } = await check(sh('sogni-agent() { return 3; }\nsogni-agent --version\necho done'));
  expect(problems).toEqual([expect.stringContaining('ended with code 3')]);
});

test('refuses to install inside a block', async () => {
  const { problems } = await check(sh('npm i -g @sogni/cli\nsogni-agent --version'));
  expect(problems).toEqual([expect.stringContaining('block of its own')]);
});

test('says what it did not run, and why', async () => {
  const skipped = `<!-- snippet: skip, never ends -->\n${sh('sogni-agent dev')}`;
  const compiled = `<!-- snippet: compile-only -->\n\n${ts("throw new Error('not run');").replace('# Page\n\n', '')}`;
  const { ran, problems, notes } = await check(
    [skipped, compiled, sh('npm i -g @sogni/cli # sogni-agent')].join('\n'),
  );
  expect({ ran, problems }).toEqual({ ran: 0, problems: [] });
  expect(notes).toEqual([
    'docs/page.md:3 skipped: never ends',
    'docs/page.md:9 compiled only',
    'docs/page.md:13 not run: it does not call sogni-agent',
  ]);
});

test('puts a block in front of the one that continues it', async () => {
  const first = ts('const greeting: string = "hello";\nexport { greeting };');
  const second = `<!-- snippet: continues -->\n${ts("if (greeting !== 'hello') throw new Error(greeting);").replace('# Page\n\n', '')}`;
  expect(await check(`${first}\n${second}`)).toMatchObject({ ran: 2, problems: [] });
});
