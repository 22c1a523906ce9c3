import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { MediaRequest, RenderedMedia } from './media-request.ts';
import type { WorkerAnswer } from './worker-answer.ts';

/** A process that renders one request at a time. */
export interface EncodingProcess {
  /** Renders in the process, which is started when there is none. Call it again only after it has settled. */
  run(request: MediaRequest): Promise<RenderedMedia>;
  /** Ends the process and rejects what it was doing. */
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

/**
 * Creates a process that starts with its first request and does not keep this one alive while it is idle.
 *
 * Not a worker thread: ending a thread that has run WebAssembly can bring down the whole process, host and all (seen on
 * Node 24 as a failed check of V8's page table), while a process can be killed at any moment.
 */
export function createEncodingProcess(location: URL): EncodingProcess {
  let child: ChildProcess | undefined;
  let job: Job | undefined;

  const takeJob = (): Job | undefined => {
    const taken = job;
    job = undefined;
    child?.unref();
    child?.channel?.unref();
    return taken;
  };

  const start = (): ChildProcess => {
    // Flags of the parent such as --inspect or --input-type make no sense for the worker, or stop it.
    const started = fork(location, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const lose = (cause: string): void => {
      if (child !== started) return;
      const lost = takeJob();
      child = undefined;
      lost?.reject(
        new Error(
          `The media worker stopped while it rendered ${describe(lost.request)} (${cause}); render again to start a new worker.`,
        ),
      );
    };
    started.on('error', (error) => lose(error.message));
    started.on('exit', (code, signal) => lose(signal ?? `exit code ${code}`));
    started.on('message', (answer) => {
      const done = child === started && isAnswer(answer) ? takeJob() : undefined;
      if (!done || !isAnswer(answer)) return;
      if ('media' in answer) done.resolve(answer.media);
      else done.reject(new Error(`Cannot render ${describe(done.request)}: ${answer.problem}`));
    });
    return started;
  };

  return {
    run(request) {
      return new Promise((resolve, reject) => {
        child ??= start();
        job = { request, resolve, reject };
        child.ref();
        child.channel?.ref();
        // A channel that is closed tells so by the exit, too.
        child.send(request, () => {});
      });
    },
    async stop() {
      const stopped = child;
      const dropped = takeJob();
      child = undefined;
      dropped?.reject(new Error(`The renderer was closed while it rendered ${describe(dropped.request)}.`));
      if (!stopped || stopped.exitCode !== null || stopped.signalCode !== null) return;
      stopped.ref();
      const exited = once(stopped, 'exit');
      stopped.kill('SIGKILL');
      await exited;
    },
  };
}

function isAnswer(message: unknown): message is WorkerAnswer {
  return typeof message === 'object' && message !== null && ('media' in message || 'problem' in message);
}

function describe(request: MediaRequest): string {
  const size = 'width' in request ? ` of ${request.width}×${request.height}` : '';
  return `the ${request.kind}${size} with seed ${request.seed}`;
}
