import { Worker } from 'node:worker_threads';
import type { MediaRequest, RenderedMedia } from './media-request.ts';
import type { WorkerAnswer } from './worker-answer.ts';

/** A worker thread that renders one request at a time. */
export interface EncodingThread {
  /** Renders in the worker, which is started when there is none. Call it again only after it has settled. */
  run(request: MediaRequest): Promise<RenderedMedia>;
  /** Ends the worker and rejects what it was doing. */
  stop(): Promise<void>;
}

interface Job {
  readonly request: MediaRequest;
  readonly resolve: (media: RenderedMedia) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The worker's file: the source beside this one when sources are run, or `dist/media/worker.js` after the build, where
 * this module ends up in `dist/index.js` or in a chunk beside it.
 */
export function workerLocation(): URL {
  const path = import.meta.url.endsWith('.ts') ? './worker.ts' : './media/worker.js';
  return new URL(path, import.meta.url);
}

/** Creates a thread that starts with its first request and does not keep the process alive while it is idle. */
export function createEncodingThread(location: URL): EncodingThread {
  let worker: Worker | undefined;
  let job: Job | undefined;

  const takeJob = (): Job | undefined => {
    const taken = job;
    job = undefined;
    worker?.unref();
    return taken;
  };

  const start = (): Worker => {
    // Flags of the parent such as --inspect or --input-type make no sense for the worker, or stop it.
    const started = new Worker(location, { execArgv: [], name: 'sogni-media' });
    const lose = (cause: string): void => {
      if (worker !== started) return;
      const lost = takeJob();
      worker = undefined;
      lost?.reject(
        new Error(
          `The media worker stopped while it rendered ${describe(lost.request)} (${cause}); render again to start a new worker.`,
        ),
      );
    };
    started.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
    started.on('exit', (code) => lose(`exit code ${code}`));
    started.on('message', (answer: WorkerAnswer) => {
      const done = takeJob();
      if (!done) return;
      if ('media' in answer) done.resolve(answer.media);
      else done.reject(new Error(`Cannot render ${describe(done.request)}: ${answer.problem}`));
    });
    return started;
  };

  return {
    run(request) {
      return new Promise((resolve, reject) => {
        worker ??= start();
        job = { request, resolve, reject };
        worker.ref();
        worker.postMessage(request);
      });
    },
    async stop() {
      const stopped = worker;
      const dropped = takeJob();
      worker = undefined;
      dropped?.reject(new Error(`The renderer was closed while it rendered ${describe(dropped.request)}.`));
      await stopped?.terminate();
    },
  };
}

function describe(request: MediaRequest): string {
  const size = 'width' in request ? ` of ${request.width}×${request.height}` : '';
  return `the ${request.kind}${size} with seed ${request.seed}`;
}
