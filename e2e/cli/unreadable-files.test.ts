import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { emulated } from './emulated.ts';
import { jsonOf, MAIN, runCli } from './run-cli.ts';

test.each([
  ['a folder', (path: string) => mkdirSync(path), 'CREDENTIALS_UNREADABLE'],
  ['a link to itself', (path: string) => symlinkSync(path, path), 'CREDENTIALS_UNREADABLE'],
  ['empty', (path: string) => writeFileSync(path, ''), 'MISSING_CREDENTIALS'],
  [
    'binary',
    (path: string) => writeFileSync(path, Buffer.from([0, 255, 10, 61, 13, 0])),
    'MISSING_CREDENTIALS',
  ],
  [
    'a key in another alphabet',
    (path: string) => writeFileSync(path, 'SOGNI_API_KEY=schlüssel'),
    'INVALID_API_KEY',
  ],
  [
    'a key with an escape',
    (path: string) => writeFileSync(path, 'SOGNI_API_KEY=a\u001b[31mb'),
    'INVALID_API_KEY',
  ],
])('a credentials file that is %s is one clear error', async (_what, prepare, errorCode) => {
  const config = temporaryFolder();
  mkdirSync(join(config, 'sogni'));
  prepare(join(config, 'sogni', 'credentials'));
  const result = await runCli(['--balance', '--json'], { config });
  expect(result.code).toBe(1);
  expect(jsonOf(result)).toMatchObject({
    errorType: 'PERMISSION_REQUIRED',
    errorCode,
    hint: expect.stringMatching(/SOGNI_API_KEY|dashboard/),
  });
});

test('a byte order mark and CRLF in the credentials file do no harm', async () => {
  const {
    env: { SOGNI_API_KEY: key = '', ...env },
  } = await emulated();
  const config = temporaryFolder();
  mkdirSync(join(config, 'sogni'));
  writeFileSync(join(config, 'sogni', 'credentials'), `\ufeff# mine\r\nexport SOGNI_API_KEY="${key}"\r\n`);
  expect(await runCli(['--balance'], { env, config })).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  ['a folder', '@.', /is a folder/],
  ['binary', '@binary', /not valid JSON/],
  ['empty', '@empty', /not valid JSON/],
  ['named by nothing', '@', /path of a file is missing/],
  ['without an end', '@/dev/zero', /larger than 16 MiB/],
])('a plan file that is %s is refused', async (_what, input, message) => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'binary'), Buffer.from([0, 1, 27, 91, 255]));
  writeFileSync(join(cwd, 'empty'), '');
  const { code, stderr } = await runCli(['--local', 'workflows', 'start', '--input', input], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Error: [^\p{Cc}]+\n(?:Hint: .+\n)?$/u);
  expect(stderr).toMatch(message);
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout is one clear error', () => {
  for (const words of ['--version', '--help', '--local --balance --json']) {
    const { status, stderr } = spawnSync(
      '/bin/sh',
      ['-c', `"$0" "$1" ${words} > /dev/full`, process.execPath, MAIN],
      {
        encoding: 'utf8',
        env: { XDG_CONFIG_HOME: temporaryFolder() },
      },
    );
    expect({ words, status, stderr }).toEqual({
      words,
      status: 1,
      stderr: expect.stringMatching(/^Error: .*the disk is full.*\n$/),
    });
  }
});
