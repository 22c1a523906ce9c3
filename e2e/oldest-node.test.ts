import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** The floor that the packages declare. It comes as a dev dependency, beside the Node that everything else runs on. */
const node = resolve(import.meta.dirname, 'node_modules/node-oldest/bin/node');
const main = resolve(import.meta.dirname, '../packages/cli/dist/main.js');

test('the oldest supported Node runs the command line, the client and the emulator without a word of warning', () => {
  expect(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()).toBe('v22.13.0');
  const folder = temporaryFolder();
  const words = [
    '--local',
    '--step-delay',
    '10',
    '--api-workflow',
    '--duration',
    '2',
    '-q',
    '-o',
    join(folder, 'out/'),
    'A fox',
  ];
  const { status, stderr } = spawnSync(node, [main, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', XDG_CONFIG_HOME: folder },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(
    readdirSync(join(folder, 'out'))
      .map((name) => name.split('.').at(-1))
      .sort(),
  ).toEqual(['mp4', 'png']);
});
