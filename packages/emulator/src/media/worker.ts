import { parentPort } from 'node:worker_threads';
import type { MediaRequest } from './media-request.ts';
import { renderRequest } from './render-request.ts';
import type { WorkerAnswer } from './worker-answer.ts';

/** The entry of the worker thread: one request in, one answer out. */
parentPort?.on('message', async (request: MediaRequest) => {
  try {
    const media = await renderRequest(request);
    // A buffer of its own can be handed over; a small one may lie in a pool that Node shares.
    const bytes = new Uint8Array(media.bytes);
    post({ media: { ...media, bytes } }, [bytes.buffer]);
  } catch (error) {
    post({ problem: error instanceof Error ? error.message : String(error) });
  }
});

function post(answer: WorkerAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, transfer);
}
