import { afterEach, expect, test } from 'vitest';
import { createEncodingThread, type EncodingThread, workerLocation } from './encoding-thread.ts';

const image = { kind: 'image', format: 'png', width: 16, height: 16, prompt: 'calm', seed: 1 } as const;

/** The real worker, with two ways to break it. */
const fragile = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ prompt }) => {
      if (prompt === 'exit') process.exit(7);
      if (prompt === 'throw') setImmediate(() => { throw new Error('out of paint'); });
      while (prompt === 'hang');
    });
    await import(${JSON.stringify(workerLocation().href)});
  `)}`,
);

let thread: EncodingThread;
afterEach(() => thread.stop());

test('rejects the running request when the worker exits, and starts a new one for the next', async () => {
  thread = createEncodingThread(fragile);
  const before = await thread.run(image);
  await expect(thread.run({ ...image, prompt: 'exit' })).rejects.toThrow(
    'The media worker stopped while it rendered the image of 16×16 with seed 1 (exit code 7); render again to start a new worker.',
  );
  expect(await thread.run(image)).toEqual(before);
});

test('tells the error that ended the worker', async () => {
  thread = createEncodingThread(fragile);
  // Large enough to be still in the making when the error comes.
  const video = {
    kind: 'video',
    width: 640,
    height: 640,
    durationSeconds: 20,
    fps: 24,
    prompt: 'throw',
    seed: 1,
    audio: false,
  } as const;
  await expect(thread.run(video)).rejects.toThrow('out of paint');
  expect((await thread.run(image)).sizeBytes).toBeGreaterThan(0);
});

test('rejects what runs when it is stopped', async () => {
  thread = createEncodingThread(fragile);
  const rejected = expect(thread.run({ ...image, prompt: 'hang' })).rejects.toThrow(
    'The renderer was closed while it rendered the image',
  );
  await thread.stop();
  await rejected;
});

test('keeps its worker after a request that cannot be rendered', async () => {
  thread = createEncodingThread(workerLocation());
  await expect(thread.run({ ...image, width: -1 })).rejects.toThrow(
    'Cannot render the image of -1×16 with seed 1',
  );
  expect((await thread.run(image)).width).toBe(16);
});

test('cannot start from a file that is not there', async () => {
  thread = createEncodingThread(new URL('./no-such-worker.ts', import.meta.url));
  await expect(thread.run(image)).rejects.toThrow('The media worker stopped');
});
