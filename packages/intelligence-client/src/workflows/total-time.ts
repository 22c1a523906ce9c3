import { createDeadline } from '../transport/deadline.ts';
import type { WaitOptions } from './namespace.ts';

/** Makes the errors that end the work; called at that moment, so that they can tell how far it had come. */
export interface Interruptions {
  aborted: (reason: unknown) => Error;
  expired: () => Error;
}

/**
 * Runs work that is over as soon as the caller aborts or the total time is up, even while it waits for a callback of the
 * caller's. The work gets a signal that says so.
 */
export async function withinTotalTime<T>(
  { signal, timeout = Number.POSITIVE_INFINITY }: Pick<WaitOptions, 'signal' | 'timeout'>,
  { aborted, expired }: Interruptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = createDeadline({ signal, timeout, onAbort: aborted, onTimeout: expired });
  try {
    return await limit.race(work(limit.signal));
  } finally {
    limit.release();
  }
}
