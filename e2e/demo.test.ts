import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const root = resolve(import.meta.dirname, '..');

test('the demo makes a picture and a film of the words it is given', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/demo.mjs', 'a', 'red', 'fox'], {
    cwd: root,
    env: { ...process.env, XDG_CONFIG_HOME: temporaryFolder() },
  });
  const [, folder = ''] = / -o (\S+) "a red fox"/.exec(stdout) ?? [];
  expect(folder).toMatch(/^out(?:\/run-\d+)?$/);
  onTestFinished(() => rmSync(join(root, folder), { recursive: true, force: true }));
  expect(existsSync(join(root, folder))).toBe(true);
  const files = readdirSync(join(root, folder)).filter((name) => name.includes('.'));
  expect(files.map((name) => name.split('.').at(-1)).sort()).toEqual(['mp4', 'png']);
});
