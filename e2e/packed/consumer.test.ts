import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatorProcess } from '../emulator-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const client = resolve(import.meta.dirname, '../../packages/intelligence-client');

const programs = {
  'esm.mjs': `
    import { SogniClient } from '@sogni/intelligence-client';
    import { createWorkflows } from '@sogni/intelligence-client/workflows';
    const { data } = await new SogniClient().models.list();
    const done = await createWorkflows().run({ kind: 'image_to_video', input: { prompt: 'A fox', duration: 2 } });
    console.log(data.length > 0, done.status);
  `,
  'commonjs.cjs': `
    const { SogniClient } = require('@sogni/intelligence-client');
    const { HOSTED_TOOLS } = require('@sogni/intelligence-client/tools');
    new SogniClient({ validateResponses: true }).account.me().then((me) => {
      console.log(typeof me.walletAddress, Object.keys(HOSTED_TOOLS).length > 40);
    });
  `,
};

test('the packed tarball installs alone, and runs as ESM and through require', async () => {
  const emulator = await startEmulatorProcess({});
  onTestFinished(() => emulator.kill());
  const folder = temporaryFolder();
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: client });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  execFileSync('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
  });
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    '@sogni',
  ]);

  const environment = {
    ...process.env,
    SOGNI_API_KEY: emulator.apiKey,
    SOGNI_API_BASE_URL: emulator.url,
    SOGNI_ALLOW_UNSAFE_API_BASE_URL: '1',
  };
  for (const [name, source] of Object.entries(programs)) writeFileSync(join(folder, name), source);
  const run = (name: string) =>
    execFileSync(process.execPath, [name], { cwd: folder, env: environment, encoding: 'utf8' }).trim();
  expect(run('esm.mjs')).toBe('true completed');
  expect(run('commonjs.cjs')).toBe('string true');
});
