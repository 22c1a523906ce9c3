import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from './answering-server.ts';
import { emulated } from './emulated.ts';
import { jsonOf, pointedAt, runCli } from './run-cli.ts';

/** An address where nothing listens any more. */
async function closedServer(): Promise<Record<string, string>> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return pointedAt(`http://127.0.0.1:${port}`);
}

const plan = (steps: unknown) => ['--api-workflow', '--workflow-input', JSON.stringify({ steps })];
const step = { toolName: 'generate_image', arguments: {} };
const after = (id: string, source: string) => ({
  ...step,
  id,
  dependsOn: [{ sourceStepId: source, targetArgument: 'referenceImageIndices', transform: 'image_index' }],
});

test.each([
  ['nothing at all', [], 'INVALID_ARGUMENT'],
  ['an unknown flag', ['--api-workflow', '--widht', '4', 'a'], 'INVALID_ARGUMENT'],
  ['a flag without its value', ['--get-workflow'], 'INVALID_ARGUMENT'],
  ['two actions', ['--balance', '--list-workflows'], 'INVALID_ARGUMENT'],
  ['two prompts', ['--api-workflow', 'a', 'b'], 'INVALID_ARGUMENT'],
  ['a preset that is not there', ['--api-workflow', 'storyboard-video'], 'INVALID_ARGUMENT'],
  ['no prompt', ['--api-workflow'], 'MISSING_WORKFLOW_INPUT'],
  ['an empty id', ['--get-workflow', ' '], 'MISSING_WORKFLOW_ID'],
  ['no id', ['workflows', 'watch'], 'MISSING_WORKFLOW_ID'],
  ['an id that would leave its folder', ['--get-workflow', '..'], 'INVALID_ARGUMENT'],
  ['an option of another command', ['workflows', 'get', 'wf_1', '--limit', '3'], 'INVALID_ARGUMENT'],
  ['an unknown command', ['workflows', 'strat', 'a'], 'INVALID_ARGUMENT'],
  ['a negative ceiling', ['--api-workflow', '--workflow-max-cost', '-1', 'a'], 'INVALID_ARGUMENT'],
  ['a count above the limit', ['--api-workflow', '-n', '17', 'a'], 'COUNT_LIMIT_EXCEEDED'],
  ['a plan that is no JSON', ['--api-workflow', '--workflow-input', '{'], 'INVALID_WORKFLOW_INPUT'],
  [
    'a plan file that is not there',
    ['--api-workflow', '--workflow-input', '@nowhere.json'],
    'FILE_NOT_FOUND',
  ],
  ['13 steps', plan(Array.from({ length: 13 }, () => step)), 'INVALID_WORKFLOW_INPUT'],
  ['steps in a circle', plan([after('a', 'b'), after('b', 'a')]), 'INVALID_WORKFLOW_INPUT'],
  ['a place with a control character', ['--api-workflow', '-o', 'a\u0007b', 'a'], 'INVALID_PATH'],
  ['an origin that is no URL', ['--balance', '--api-base-url', 'nonsense'], 'INVALID_API_BASE_URL'],
])('%s is refused with exit code 2 before anything is sent', async (_what, words, errorCode) => {
  let requests = 0;
  const env = await serve((_request, response) => {
    requests += 1;
    response.end('{}');
  });
  const plain = await runCli(words, { env });
  expect(plain).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Error: .+\n(?:Hint: .+\n)?$/),
  });
  const json = await runCli([...words.filter((word) => word !== '--'), '--json'], { env });
  // A flag that lacks its value takes --json for it, like any other word.
  if (words.join() !== '--get-workflow') {
    expect(json.code).toBe(2);
    expect(jsonOf(json)).toMatchObject({ success: false, errorCode, retryable: false });
    expect(requests).toBe(0);
  }
});

test('without a key one error names both ways out', async () => {
  const { code, stderr } = await runCli(['--api-workflow', 'a']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Error: No API key: .*\nHint: .*SOGNI_API_KEY.*--local.*\n$/);
});

test('a wrong key and an unknown id are told apart', async () => {
  const { env } = await emulated();
  const key = await runCli(['--balance', '--json'], { env: { ...env, SOGNI_API_KEY: 'wrong' } });
  expect(key.code).toBe(1);
  expect(jsonOf(key)).toMatchObject({ errorCode: 'INVALID_API_KEY', errorType: 'PERMISSION_REQUIRED' });
  const id = await runCli(['--get-workflow', 'no/such wörkflow', '--json'], { env });
  expect(id.code).toBe(1);
  expect(jsonOf(id)).toMatchObject({
    errorType: 'ASSET_NOT_FOUND',
    error: expect.stringContaining('no/such wörkflow'),
  });
});

test('a host that may not have the key, and one that does not exist', async () => {
  const env = { SOGNI_API_KEY: 'k' };
  const unsafe = await runCli(['--balance', '--json', '--api-base-url', 'http://127.0.0.1:9'], { env });
  expect(jsonOf(unsafe)).toMatchObject({
    errorCode: 'UNSAFE_API_BASE_URL',
    errorType: 'PERMISSION_REQUIRED',
  });
  const closed = await runCli(['--balance', '--json'], { env: await closedServer() });
  expect(closed.code).toBe(1);
  expect(jsonOf(closed)).toMatchObject({
    errorCode: 'ECONNREFUSED',
    errorType: 'GPU_WORKER_FAILED',
    retryable: true,
  });
});

test.each([
  ['a web page of a proxy', (body: (text: string) => void) => body('<html><h1>Sign in</h1></html>')],
  ['JSON that was cut', (body: (text: string) => void) => body('{"status":"success","data":{"wor')],
  ['nothing', (body: (text: string) => void) => body('')],
])('an answer that is %s is one clear error', async (_what, answer) => {
  const env = await serve((_request, response) => answer((text) => response.end(text)));
  const { code, stdout, stderr } = await runCli(['--list-workflows'], { env });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Error: .+\n(?:Hint: .+\n)?$/);
});

test('nothing that a server sends can command the terminal', async () => {
  const title = '\u001b]0;owned\u0007\u001b[2Jhello\u009b1m\u202e';
  const workflow = { workflowId: 'wf_1', status: 'completed\u001b[31m', title, artifacts: [] };
  const env = await serve((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ status: 'success', data: { workflow, workflows: [workflow], next: null } }),
    );
  });
  for (const words of [['--get-workflow', 'wf_1'], ['--list-workflows'], ['--list-workflows', '--json']]) {
    const { code, stdout } = await runCli(words, { env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('hello') });
    expect(stdout.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\u202e]/u);
  }
});

test('the version is answered alone and as an object', async () => {
  const { stdout } = await runCli(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  expect(jsonOf(await runCli(['-V', '--json']))).toMatchObject({
    success: true,
    type: 'version',
    name: 'sogni-agent',
    version: stdout.trim(),
  });
});

test('help lists both forms', async () => {
  const { code, stdout } = await runCli(['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--api-workflow');
  expect(stdout).toContain('sogni-agent workflows');
  expect((await runCli(['workflows', 'reseed', '--help'])).stdout).toContain('step=seed');
});
