import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importUnderTraps } from './import-under-traps.mjs';

async function problemsOf(text: string, mayUseNode = false): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'traps-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'entry.mjs');
  writeFileSync(file, text);
  return importUnderTraps(file, { mayUseNode });
}

test('accepts a module that only declares', async () => {
  expect(await problemsOf('export const send = () => fetch(new Request("http://x"));')).toEqual([]);
});

test.each(['Headers', 'Request', 'Response', 'fetch'])('catches a touch of %s at load', async (name) => {
  expect(await problemsOf(`export const kept = ${name};`)).toEqual([`touches ${name} while it loads`]);
});

test('catches a touch that no scan of the text would see', async () => {
  expect(await problemsOf("globalThis['Hea' + 'ders'];")).toEqual(['touches Headers while it loads']);
});

test('catches a node module, and allows it where Node is meant', async () => {
  const text = "import 'node:path';";
  expect(await problemsOf(text)).toEqual(['loads node:path']);
  expect(await problemsOf(text, true)).toEqual([]);
});

test('reports a module that cannot be imported', async () => {
  expect(await problemsOf("throw new Error('broken');")).toEqual([expect.stringContaining('broken')]);
});
