import { expect, test } from 'vitest';
import { loadPath } from './load-path.mjs';

const sources = new Map([
  [
    'index.ts',
    "import { a } from './a/api.ts'; import type { T } from './types.ts'; const z = () => import('./lazy.ts');",
  ],
  ['a/api.ts', "export * from '../b.ts';"],
  ['b.ts', "import pRetry from 'p-retry';"],
  ['lazy.ts', "import * as z from 'zod/mini';"],
  ['types.ts', ''],
]);

test('follows imports and re-exports, but neither types nor import()', () => {
  const { files, packages } = loadPath('index.ts', sources);
  expect([...files].sort()).toEqual(['a/api.ts', 'b.ts', 'index.ts']);
  expect([...packages]).toEqual([['p-retry', 'b.ts']]);
});

test('fails when an imported file does not exist', () => {
  expect(() => loadPath('index.ts', new Map([['index.ts', "import './gone.ts';"]]))).toThrow('gone.ts');
});
