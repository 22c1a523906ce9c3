import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { SogniClient } from '@sogni/intelligence-client';
import { expect, onTestFinished, test } from 'vitest';
import { type EmulatorProcess, startEmulatorProcess } from '../emulator-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const program = resolve(import.meta.dirname, '../../examples/durable-run.ts');

/** Runs the example in a folder; with `lines`, it is killed as soon as it has printed that many. */
async function runExample(folder: string, emulator: EmulatorProcess, lines = Number.POSITIVE_INFINITY) {
  const child = spawn(process.execPath, [program, 'run.json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SOGNI_API_KEY: emulator.apiKey,
      SOGNI_API_BASE_URL: emulator.url,
      SOGNI_ALLOW_UNSAFE_API_BASE_URL: '1',
    },
  });
  const printed: string[] = [];
  const exited = once(child, 'close');
  createInterface(child.stdout).on('line', (line) => {
    if (printed.push(line) >= lines) child.kill('SIGKILL');
  });
  const [code] = (await exited) as [number | null];
  return { code, printed };
}

test('the example is killed three times, goes on each time, and starts one run', async () => {
  const emulator = await startEmulatorProcess({ stepDelay: 1200 });
  onTestFinished(() => emulator.kill());
  const folder = temporaryFolder();

  const runs = [];
  for (const lines of [1, 3, 4]) runs.push(await runExample(folder, emulator, lines));
  runs.push(await runExample(folder, emulator));

  expect(runs.map(({ code }) => code)).toEqual([null, null, null, 0]);
  const sequences = runs.flatMap(({ printed }) =>
    printed.filter((line) => /^\d+ /.test(line)).map(Number.parseFloat),
  );
  // A line printed last before a kill may come again: the kill can hit between printing it and saving the cursor.
  const distinct = [...new Set(sequences)];
  expect(distinct).toEqual(distinct.map((_, index) => index));
  expect(runs.at(-1)?.printed.some((line) => line.includes('workflow_completed'))).toBe(true);
  expect(
    readdirSync(join(folder, 'out'))
      .map((name) => name.split('.')[1])
      .sort(),
  ).toEqual(['mp4', 'png']);
  expect(existsSync(join(folder, 'run.json.new'))).toBe(false);

  const sogni = new SogniClient({ apiKey: emulator.apiKey, baseURL: emulator.url, allowUnsafeBaseURL: true });
  expect((await sogni.workflows.list()).data).toHaveLength(1);
});
