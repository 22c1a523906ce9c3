import type { MediaRequest } from './media-request.ts';
import { renderRequest } from './render-request.ts';
import type { WorkerAnswer } from './worker-answer.ts';

/** The entry of the encoding process: one request in, one answer out; it ends when its parent lets go of it. */
process.on('message', async (request: MediaRequest) => {
  try {
    answer({ media: await renderRequest(request) });
  } catch (error) {
    answer({ problem: error instanceof Error ? error.message : String(error) });
  }
});

// A parent that died has no use for what is being rendered.
process.on('disconnect', () => process.exit());

// Ctrl-C in a terminal reaches the whole group; the parent decides what is still to be rendered.
process.on('SIGINT', () => {});

function answer(message: WorkerAnswer): void {
  if (process.connected) process.send?.(message, () => {});
}
