import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { IMAGE_STEP, startApi } from './api.ts';

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const noDatabase = (directory: string) => writeFileSync(join(directory, 'emulator.sqlite'), 'x'.repeat(5000));

function foreignDatabase(directory: string): void {
  const other = new DatabaseSync(join(directory, 'emulator.sqlite'));
  other.exec('CREATE TABLE anything (x); PRAGMA user_version = 1');
  other.close();
}

test.each([
  ['a database that is none', noDatabase, 'file is not a database'],
  ['a database of another program', foreignDatabase, 'no such table'],
  [
    'a lock that is a folder',
    (directory: string) => mkdirSync(join(directory, 'owner.lock')),
    'unable to open',
  ],
  ['a file where the media go', (directory: string) => writeFileSync(join(directory, 'media'), ''), 'EEXIST'],
])('%s is refused with the reason and a way out, and lets go of the directory', async (_, spoil, reason) => {
  const directory = freshDirectory();
  spoil(directory);
  const refusal = `The data directory ${directory} cannot be used: `;
  await expect(startEmulator({ dataDir: directory })).rejects.toThrow(refusal);
  // Not "in use by another emulator": the failed start has released its lock.
  await expect(startEmulator({ dataDir: directory })).rejects.toThrow(reason);
});

test('drafts that a dead process left are removed, finished files stay', async () => {
  const directory = freshDirectory();
  const media = join(directory, 'media');
  mkdirSync(media);
  writeFileSync(join(media, '.1-1.part'), 'half');
  writeFileSync(join(media, 'whole.png'), 'all');
  await using emulator = await startEmulator({ dataDir: directory });
  expect(emulator.url).toMatch(/^http:/);
  expect(readdirSync(media)).toEqual(['whole.png']);
});

test('a file that was deleted answers 404, and the next run makes it anew', async () => {
  const directory = freshDirectory();
  await using api = await startApi({ dataDir: directory });
  const step = { ...IMAGE_STEP, arguments: { ...IMAGE_STEP.arguments, seed: 7 } };
  const url = (await api.run([step])).artifacts[0]?.url ?? '';
  const file = join(directory, 'media', new URL(url).pathname.split('/').at(-1) ?? '');
  rmSync(file);
  expect((await fetch(url)).status).toBe(404);
  await api.run([step]);
  expect((await fetch(url)).status).toBe(200);
});

test('a step whose file cannot be stored fails with the way out, and resume does it again', async () => {
  const directory = freshDirectory();
  await using api = await startApi({ dataDir: directory });
  rmSync(join(directory, 'media'), { recursive: true });
  const failed = await api.run([IMAGE_STEP]);
  expect(failed.status).toBe('failed');
  expect(failed.error?.message).toMatch(/could not be stored: ENOENT.*; make room on the disk, then resume/);
  mkdirSync(join(directory, 'media'));
  await api.call('POST', `/v1/creative-agent/workflows/${failed.workflowId}/resume`);
  expect((await api.settled(failed.workflowId)).status).toBe('completed');
});
