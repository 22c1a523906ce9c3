import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { serve, serveRun } from './answering-server.ts';
import { jsonOf, runCli, startCli } from './run-cli.ts';

const SAVE = ['workflows', 'get', 'wf_1', '-o'];

/** A body that begins and does not end. */
const endless: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': 1_000_000 });
  response.write(Buffer.alloc(1000));
};

test.each([
  ['a file', (cwd: string) => writeFileSync(join(cwd, 'a'), ''), 'a', 'OUTPUT_EXISTS'],
  [
    'a file, asked for as a folder',
    (cwd: string) => writeFileSync(join(cwd, 'a'), ''),
    'a/',
    'OUTPUT_EXISTS',
  ],
  [
    'a link that leads nowhere',
    (cwd: string) => symlinkSync('/nowhere/at/all', join(cwd, 'a')),
    'a',
    'OUTPUT_EXISTS',
  ],
  ['below a file', (cwd: string) => writeFileSync(join(cwd, 'a'), ''), 'a/b/c.mp4', 'OUTPUT_WRITE_FAILED'],
  ['a device', () => {}, '/dev/full', 'OUTPUT_EXISTS'],
])('a place that is %s is refused before anything is asked for', async (_what, prepare, place, errorCode) => {
  let requests = 0;
  const env = await serve(() => {
    requests += 1;
  });
  const cwd = temporaryFolder();
  prepare(cwd);
  const before = readdirSync(cwd);
  const result = await runCli([...SAVE, place, '--json'], { env, cwd });
  expect(result.code).toBe(1);
  expect(jsonOf(result)).toMatchObject({ success: false, errorCode, hint: expect.stringContaining('-o') });
  expect(requests).toBe(0);
  expect(readdirSync(cwd)).toEqual(before);
});

test('names that lead elsewhere stay in the folder', async () => {
  const cwd = temporaryFolder();
  const env = await serveRun({ title: '../../evil/\u001b[31m/..' });
  mkdirSync(join(cwd, 'out'));
  const { code } = await runCli([...SAVE, 'out/'], { env, cwd });
  expect(code).toBe(0);
  expect(readdirSync(cwd)).toEqual(['out']);
  expect(readdirSync(join(cwd, 'out'))).toEqual([expect.stringMatching(/^[\w-]+-clip\.mp4$/)]);
});

test('a result that is gone says so, and how to try again', async () => {
  const env = await serveRun({}, (_request, response) => void response.writeHead(404).end('gone'));
  const cwd = temporaryFolder();
  const result = await runCli([...SAVE, 'film.mp4', '--json'], { env, cwd });
  expect(result.code).toBe(1);
  expect(jsonOf(result)).toMatchObject({
    errorType: 'ASSET_NOT_FOUND',
    hint: expect.stringMatching(/^The run keeps its files\. Save them with: .* get wf_1 -o film\.mp4$/),
  });
  expect(readdirSync(cwd)).toEqual([]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s during a download leaves nothing half-written', async (signal, exitCode) => {
  const cwd = temporaryFolder();
  const begun = Promise.withResolvers<void>();
  const env = await serveRun({}, (request, response) => {
    endless(request, response);
    begun.resolve();
  });
  const running = startCli([...SAVE, 'film.mp4', '--json'], { env, cwd });
  await begun.promise;
  running.child.kill(signal);
  const result = await running.finished;
  expect(result.code).toBe(exitCode);
  expect(jsonOf(result)).toMatchObject({
    errorCode: 'USER_CANCELLED',
    retryable: false,
    hint: expect.stringContaining('-o film.mp4'),
  });
  expect(readdirSync(cwd)).toEqual([]);
});

test('kill -9 during a download leaves no file of the final name, and the next command saves it', async () => {
  const cwd = temporaryFolder();
  const begun = Promise.withResolvers<void>();
  let requests = 0;
  const env = await serveRun({}, (request, response) => {
    requests += 1;
    if (requests > 1) return void response.end('film');
    endless(request, response);
    begun.resolve();
  });
  const running = startCli([...SAVE, 'film.mp4'], { env, cwd });
  await begun.promise;
  running.child.kill('SIGKILL');
  await running.finished;
  expect(readdirSync(cwd)).not.toContain('film.mp4');
  expect((await runCli([...SAVE, 'film.mp4'], { env, cwd })).code).toBe(0);
  expect(readdirSync(cwd)).toContain('film.mp4');
});
