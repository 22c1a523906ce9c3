import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CliError } from '../failure/cli-error.ts';
import { watchDisk } from './disk-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** The failures after one look for each number of free bytes, and one more. */
async function failuresFor(free: number[]): Promise<CliError[]> {
  const failures: CliError[] = [];
  const left = [...free];
  const watch = watchDisk(
    '/data',
    (failure) => failures.push(failure),
    async () => left.shift() ?? 1e9,
  );
  await vi.advanceTimersByTimeAsync(1000 * (free.length + 1));
  watch.stop();
  return failures;
}

test('a disk that stays full is one failure that says how to go on', async () => {
  const failures = await failuresFor([1e9, 100, 100, 100, 100]);
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatchObject({
    message: expect.stringContaining('/data is full'),
    exitCode: 1,
    hint: expect.stringContaining('go on with the next --local command'),
  });
});

test('a disk that is full for a moment is none', async () => {
  expect(await failuresFor([100, 1e9, 100, 1e9])).toEqual([]);
});

test('nothing is looked at after it is stopped', async () => {
  const freeBytes = vi.fn(async () => 0);
  watchDisk('/data', () => {}, freeBytes).stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(freeBytes).not.toHaveBeenCalled();
});
