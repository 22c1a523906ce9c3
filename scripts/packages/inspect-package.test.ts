import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inspectPackage } from './inspect-package.mjs';

const COMPLETE = {
  'package.json': '{ "dependencies": { "hono": "4.0.0" } }',
  LICENSE: 'MIT',
  'README.md': '# x',
  'dist/index.js': "import { Hono } from 'hono/tiny'; import 'node:fs'; import './chunk.js';",
};

function problemsOf(files: Record<string, string>, notices?: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return inspectPackage(folder, { notices });
}

test('accepts a complete package', () => {
  expect(problemsOf(COMPLETE)).toEqual([]);
});

test('misses the notices of a package that bundles libraries', () => {
  expect(problemsOf(COMPLETE, 'THIRD_PARTY_NOTICES')).toEqual([
    'THIRD_PARTY_NOTICES is missing from the tarball',
  ]);
});

test('catches a range that only this workspace understands', () => {
  const manifest = '{ "dependencies": { "hono": "1.0.0", "@sogni/contracts": "workspace:*" } }';
  expect(problemsOf({ ...COMPLETE, 'package.json': manifest })).toEqual([
    '@sogni/contracts still has the range workspace:*',
  ]);
});

test.each([
  ['code', 'dist/chunk.js', "const z = await import('zod/mini');"],
  ['declarations', 'dist/index.d.ts', "export type A = import('zod').ZodType;"],
])('catches %s that imports what is not installed with the package', (_, path, text) => {
  expect(problemsOf({ ...COMPLETE, [path]: text })).toEqual([expect.stringContaining(`${path} imports zod`)]);
});
