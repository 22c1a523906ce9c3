import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findViolations } from './find-violations.mjs';

/** Violations in a tree of the given files, paths relative to `packages/`. */
function violationsIn(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'packages', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return findViolations(root).violations;
}

const client = (path: string, text: string) => violationsIn({ [`intelligence-client/src/${path}`]: text });

test('accepts a tree whose imports all point downward', () => {
  const violations = violationsIn({
    'intelligence-client/src/errors/sogni-error.ts': 'export class SogniError extends Error {}',
    'intelligence-client/src/transport/send.ts': "import { SogniError } from '../errors/sogni-error.ts';",
    'intelligence-client/src/workflows/api.ts': "import type { HostedTool } from '../tools/index.ts';",
    'intelligence-client/src/node/save.ts': "import { open } from 'node:fs/promises';",
    'intelligence-client/src/index.ts': "export * from './client.ts';",
    'emulator/src/start.ts': "import { tools } from '@sogni/intelligence-client/tools';",
    'cli/src/main.ts': "const emulator = await import('@sogni/emulator');",
  });
  expect(violations).toEqual([]);
});

test('names file, line and rule of an import from a lower package to a higher one', () => {
  const violations = violationsIn({ 'contracts/src/a.ts': "\nimport { x } from '@sogni/emulator';" });
  expect(violations).toEqual([
    'packages/contracts/src/a.ts:2 imports @sogni/emulator: @sogni/emulator stands above contracts',
  ]);
});

test.each([
  ['errors to transport', 'errors/a.ts', "import type { T } from '../transport/types.ts';"],
  ['tools to transport code', 'tools/a.ts', "import { send } from '../transport/send.ts';"],
  ['one namespace to another', 'workflows/a.ts', "export { list } from '../models/api.ts';"],
  ['a namespace to the catalogue as a value', 'workflows/a.ts', "import { TOOLS } from '../tools/index.ts';"],
  ['a folder to the client', 'transport/a.ts', "import { SogniClient } from '../client.ts';"],
  ['the client to the index', 'client.ts', "import { x } from './index.ts';"],
  ['the index to node', 'index.ts', "export * from './node/index.ts';"],
  ['a type by import()', 'errors/a.ts', "export type T = import('../transport/types.ts').T;"],
  ['by a lazy import', 'errors/a.ts', "const x = () => import('../transport/send.ts');"],
])('catches an import from %s', (_, path, text) => {
  expect(client(path, text)).toHaveLength(1);
});

test.each([
  ['an import', "import { readFile } from 'node:fs/promises';"],
  ['an import of types', "import type { Server } from 'node:http';"],
  ['an import()', "const load = () => import('node:fs');"],
  ['getBuiltinModule', "const fs = process.getBuiltinModule('node:fs');"],
])('catches a node module reached outside src/node by %s', (_, text) => {
  expect(client('transport/a.ts', text)).toHaveLength(1);
});

test('catches a command line that loads the emulator eagerly', () => {
  const text = "import { startEmulator } from '@sogni/emulator';";
  expect(violationsIn({ 'cli/src/main.ts': text })).toHaveLength(1);
});

test('catches an import of another package by its path', () => {
  const text = "import { x } from '../../intelligence-client/src/index.ts';";
  expect(violationsIn({ 'emulator/src/a.ts': text })).toHaveLength(1);
});

test('lets a test reach anything in its own package, and nothing above it', () => {
  const violations = violationsIn({
    'intelligence-client/src/errors/a.test.ts':
      "import { createServer } from 'node:http';\nimport '../client.ts';",
    'intelligence-client/src/errors/b.test.ts': "import { startEmulator } from '@sogni/emulator';",
  });
  expect(violations).toHaveLength(1);
});
