import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createEncodingProcess, type EncodingProcess, workerLocation } from './encoding-process.ts';

const image = { kind: 'image', format: 'png', width: 16, height: 16, prompt: 'calm', seed: 1 } as const;

const folder = mkdtempSync(join(tmpdir(), 'sogni-worker-'));
const fragilePath = join(folder, 'worker.mjs');

/** The real worker, with ways to break it. */
const fragile = pathToFileURL(fragilePath);
writeFileSync(
  fragilePath,
  `
    process.on('message', ({ prompt }) => {
      if (prompt === 'exit') process.exit(7);
      if (prompt === 'kill') process.kill(process.pid, 'SIGKILL');
      while (prompt === 'hang');
    });
    await import(${JSON.stringify(workerLocation().href)});
  `,
);

let worker: EncodingProcess;
afterEach(() => worker.stop());
afterAll(() => rmSync(folder, { recursive: true }));

test('rejects the running request when the worker exits, and starts a new one for the next', async () => {
  worker = createEncodingProcess(fragile);
  const before = await worker.run(image);
  await expect(worker.run({ ...image, prompt: 'exit' })).rejects.toThrow(
    'The media worker stopped while it rendered the image of 16×16 with seed 1 (exit code 7); render again to start a new worker.',
  );
  expect(await worker.run(image)).toEqual(before);
});

test('tells the signal that ended the worker', async () => {
  worker = createEncodingProcess(fragile);
  await expect(worker.run({ ...image, prompt: 'kill' })).rejects.toThrow('with seed 1 (SIGKILL)');
});

test('rejects what runs when it is stopped', async () => {
  worker = createEncodingProcess(fragile);
  const rejected = expect(worker.run({ ...image, prompt: 'hang' })).rejects.toThrow(
    'The renderer was closed while it rendered the image',
  );
  await worker.stop();
  await rejected;
});

test('keeps its worker after a request that cannot be rendered', async () => {
  worker = createEncodingProcess(workerLocation());
  await expect(worker.run({ ...image, width: -1 })).rejects.toThrow(
    'Cannot render the image of -1×16 with seed 1',
  );
  expect((await worker.run(image)).width).toBe(16);
});

test('cannot start from a file that is not there', async () => {
  worker = createEncodingProcess(new URL('./no-such-worker.ts', import.meta.url));
  await expect(worker.run(image)).rejects.toThrow('The media worker stopped');
});
