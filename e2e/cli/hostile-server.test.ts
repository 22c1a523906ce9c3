import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { serve, serveRun } from './answering-server.ts';
import { jsonOf, runCli, startCli } from './run-cli.ts';

const silence: RequestListener = () => {};

test('a server that never answers is given up, and why nothing happens is said meanwhile', async () => {
  const env = { ...(await serve(silence)), SOGNI_HTTP_TIMEOUT_MS: '200' };
  const result = await runCli(['--list-workflows', '--json'], { env });
  expect(result.code).toBe(1);
  expect(jsonOf(result)).toMatchObject({
    errorType: 'PROVIDER_TIMEOUT',
    retryable: true,
    hint: expect.stringContaining('SOGNI_HTTP_TIMEOUT_MS'),
  });
  expect(result.stderr).toMatch(/^Trying again in \d\.\d s: .+\nTrying again in .+\n$/);
  const quiet = await runCli(['--list-workflows', '-q'], { env });
  expect(quiet.stderr).toMatch(/^Error: .+\nHint: .+\n$/);
});

test('a start whose answer is lost names the key that starts nothing twice', async () => {
  const env = { ...(await serve(silence)), SOGNI_HTTP_TIMEOUT_MS: '200' };
  const lost = await runCli(['--api-workflow', 'a', '--json'], { env });
  const { hint, errorDetails } = jsonOf(lost);
  const { idempotencyKey } = errorDetails as { idempotencyKey: string };
  expect(hint).toContain(`--idempotency-key ${idempotencyKey} `);
});

test('an interrupted start names the key that starts nothing twice', async () => {
  const arrived = Promise.withResolvers<void>();
  const running = startCli(['workflows', 'start', 'a'], { env: await serve(() => arrived.resolve()) });
  await arrived.promise;
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.finished;
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toMatch(/^Interrupted .*\nHint: .* --idempotency-key [\w-]+ .*\n$/);
});

test('a run whose server breaks off names the command that goes on', async () => {
  let requests = 0;
  const env = await serve((_request, response) => {
    requests += 1;
    response.setHeader('content-type', 'application/json');
    if (requests > 1) return void response.writeHead(403).end('{"status":"error","message":"no more"}');
    const workflow = { workflowId: 'wf_1', status: 'running', artifacts: [] };
    response.end(JSON.stringify({ status: 'success', data: { workflow } }));
  });
  const { code, stderr } = await runCli(['workflows', 'watch', 'wf_1', '-o', 'out/'], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Error: 403 .+\nHint: The run goes on .* workflows watch wf_1 -o out\/\n$/);
});

test('records with holes in them are shown as far as they go', async () => {
  const holes = { artifacts: [null, 5, {}], steps: [null, 'x'], events: [null, {}], title: null };
  const env = await serveRun(holes);
  const { code, stderr } = await runCli(['--get-workflow', 'wf_1'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a message of a megabyte is cut', async () => {
  const env = await serve((_request, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: 'error', message: 'm'.repeat(1_000_000) }));
  });
  const { code, stderr } = await runCli(['--list-workflows'], { env });
  expect(code).toBe(1);
  expect(stderr.length).toBeLessThan(4000);
});
