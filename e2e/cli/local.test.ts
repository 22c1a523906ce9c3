import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { jsonOf, pointedAt, runCli, startCli } from './run-cli.ts';

const SMALL = ['-w', '256', '-h', '256', '--duration', '2', '--watch'];

test('an interrupted local run goes on with the command that the interruption names', async () => {
  const config = temporaryFolder();
  const cwd = temporaryFolder();
  const words = ['--local', '--step-delay', '600', '--api-workflow', ...SMALL, '-o', 'out/', 'a fox'];
  const running = startCli(words, { config, cwd });
  await running.printed(/\[1\] step_started/);
  running.child.kill('SIGINT');
  const { code, stderr } = await running.finished;
  expect(code).toBe(130);
  const [, next = ''] =
    /with: sogni-agent (--local workflows watch wf_\S+ --after \d+ -o out\/)\n/.exec(stderr) ?? [];
  const { code: end, stdout } = await runCli(next.split(' '), { config, cwd });
  expect({ end, stdout }).toEqual({ end: 0, stdout: expect.stringContaining('Status:   completed') });
  expect(readdirSync(join(cwd, 'out'))).toHaveLength(2);
});

test('a killed local command leaves no lock, and the next one goes on with its run', async () => {
  const config = temporaryFolder();
  const cwd = temporaryFolder();
  const running = startCli(['--local', '--step-delay', '600', '--api-workflow', ...SMALL, 'a fox'], {
    config,
  });
  await running.printed(/\[1\] step_started/);
  running.child.kill('SIGKILL');
  await running.finished;
  const { stdout } = await runCli(['--local', '--step-delay', '0', 'workflows', 'list'], { config });
  const [id = '', status] = stdout.split('\t');
  expect(status).toBe('running');
  const watch = ['--local', '--step-delay', '0', 'workflows', 'watch', id, '-o', 'out/'];
  const { code, stdout: shown } = await runCli(watch, { config, cwd });
  expect({ code, shown }).toEqual({ code: 0, shown: expect.stringContaining('Status:   completed') });
  const sequences = [...shown.matchAll(/^\[(\d+)\]/gm)].map(([, sequence]) => Number(sequence));
  expect(sequences).toEqual(sequences.map((_sequence, index) => index));
  expect(readdirSync(join(cwd, 'out'))).toHaveLength(2);
});

test('a second command on the same local data is refused in one line', async () => {
  const config = temporaryFolder();
  const running = startCli(['--local', '--step-delay', '60000', '--api-workflow', ...SMALL, 'a'], { config });
  await running.printed(/Started workflow/);
  const second = await runCli(['--local', '--balance'], { config });
  expect(second).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Error: .* in use .*\n$/),
  });
  running.child.kill('SIGTERM');
  expect((await running.finished).code).toBe(143);
});

test.each([
  [
    'a file in place of its folder',
    (config: string) => writeFileSync(join(config, 'sogni'), ''),
    'cannot be written',
  ],
  [
    'data that are no database',
    (config: string) => {
      mkdirSync(join(config, 'sogni', 'local'), { recursive: true });
      writeFileSync(join(config, 'sogni', 'local', 'emulator.sqlite'), 'something else entirely');
    },
    'not a database',
  ],
  [
    'data of another version',
    (config: string) => {
      mkdirSync(join(config, 'sogni', 'local'), { recursive: true });
      const database = new DatabaseSync(join(config, 'sogni', 'local', 'emulator.sqlite'));
      database.exec('PRAGMA user_version = 99');
      database.close();
    },
    'layout 99',
  ],
])('%s is one clear error', async (_what, prepare, message) => {
  const config = temporaryFolder();
  prepare(config);
  const { code, stderr } = await runCli(['--local', '--balance'], { config });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^Error: .*\nHint: .*\n$/) });
  expect(stderr).toContain(message);
});

test('dev serves until it is told to stop, and says how to use it', async () => {
  const dev = startCli(['dev', '--port', '0', '--memory']);
  const [, url = ''] = await dev.printed(/export SOGNI_API_BASE_URL=(\S+)\n[\s\S]*Ctrl-C/);
  const env = pointedAt(url, 'sogni-emulator-key');
  expect((await runCli(['--balance'], { env })).stdout).toBe('SPARK: 10000\nSOGNI: 10000\n');
  await dev.printed(/GET \/v4\/account\/balance 200/);
  const port = new URL(url).port;
  const second = await runCli(['dev', '--port', port, '--memory', '--json']);
  expect(second.code).toBe(1);
  expect(jsonOf(second)).toMatchObject({
    errorCode: 'PORT_IN_USE',
    hint: expect.stringContaining('--port 0'),
  });
  dev.child.kill('SIGINT');
  expect((await dev.finished).code).toBe(130);
});
