import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import type { SogniErrorOptions } from '../errors/sogni-error.ts';
import { createDeadline } from '../transport/deadline.ts';
import type { WaitOptions } from './namespace.ts';

/** How far work had come when it was interrupted: its name, and what the error says besides. */
export interface Progress extends SogniErrorOptions {
  what: string;
}

/**
 * Runs work that is over as soon as the caller aborts or the total time is up, even while it waits for a callback of the
 * caller's. The work gets a signal that says so.
 */
export async function withinTotalTime<T>(
  { signal, timeout = Number.POSITIVE_INFINITY }: Pick<WaitOptions, 'signal' | 'timeout'>,
  progress: () => Progress,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const onAbort = (cause: unknown) => {
    const { what, ...facts } = progress();
    return new RequestAbortedError(`${what} was aborted by its signal`, { ...facts, cause });
  };
  const onTimeout = () => {
    const { what, ...facts } = progress();
    return new RequestTimeoutError(`${what} took longer than ${timeout} ms`, facts);
  };
  const limit = createDeadline({ signal, timeout, onAbort, onTimeout });
  try {
    return await limit.race(work(limit.signal));
  } finally {
    limit.release();
  }
}
