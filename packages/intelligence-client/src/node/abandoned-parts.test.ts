import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { partName, removeAbandonedParts } from './abandoned-parts.ts';

test('only parts that nobody has written to for long are removed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sogni-parts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const old = partName('11111111-1111-4111-8111-111111111111');
  const live = partName('22222222-2222-4222-8222-222222222222');
  for (const name of [old, live, 'keep.part', '.other.part']) writeFileSync(join(folder, name), 'x');
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of [old, 'keep.part', '.other.part']) utimesSync(join(folder, name), hourAgo, hourAgo);

  await removeAbandonedParts(folder);
  expect(readdirSync(folder).sort()).toEqual([live, '.other.part', 'keep.part'].sort());
});

test('a folder that cannot be read is left alone', async () => {
  await expect(removeAbandonedParts('/no/such/folder')).resolves.toBeUndefined();
});
