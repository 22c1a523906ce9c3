import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { usePackages } from './use-packages.mjs';

// Each test compiles a project three times.
vi.setConfig({ testTimeout: 60_000 });

const MANIFEST = JSON.stringify({
  name: 'thing',
  version: '1.0.0',
  type: 'module',
  exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
});

function problemsOf(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'use-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const unpacked = join(folder, 'thing');
  for (const [path, text] of Object.entries({ 'package.json': MANIFEST, ...files })) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), text);
  }
  return usePackages([{ name: 'thing', folder: unpacked, unpacked }], join(folder, 'consumer'));
}

test('accepts a package that compiles and loads both ways', async () => {
  const files = { 'index.js': 'export const a = 1;', 'index.d.ts': 'export declare const a: number;' };
  expect(await problemsOf(files)).toEqual([]);
});

test('catches a declaration that names a library which is not installed', async () => {
  const files = {
    'index.js': 'export const a = 1;',
    'index.d.ts': "export declare const a: import('zod').ZodType;",
  };
  expect(await problemsOf(files)).toEqual(
    ['bundler', 'node16', 'nodenext'].map((name) => expect.stringContaining(name)),
  );
});

test('catches an entry that cannot be required', async () => {
  const files = { 'index.js': 'export const a = await 1;', 'index.d.ts': 'export declare const a: number;' };
  expect(await problemsOf(files)).toEqual([expect.stringContaining('consumer.cjs')]);
});

test('catches an entry that prints when it is loaded', async () => {
  const files = {
    'index.js': "console.log('hello'); export const a = 1;",
    'index.d.ts': 'export declare const a: 1;',
  };
  expect(await problemsOf(files)).toHaveLength(2);
});
