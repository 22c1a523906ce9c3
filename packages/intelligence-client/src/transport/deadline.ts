/** Bounds one attempt: ends it on the caller's abort or when its time is up, whichever comes first. */
export interface Deadline {
  /** For fetch; aborted when the attempt must end, and by `release`. */
  readonly signal: AbortSignal;
  /** Settles with the promise, or rejects at once when the deadline strikes, even if the work ignores its signal. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Stops the clock but keeps listening to the caller's signal. */
  stopClock(): void;
  /** Detaches from the caller's signal and stops the clock. */
  detach(): void;
  /** Detaches, and aborts what is still open. */
  release(): void;
}

export interface DeadlineOptions {
  signal: AbortSignal | undefined;
  timeout: number;
  onAbort: (reason: unknown) => Error;
  onTimeout: () => Error;
}

/** Timers hold at most this many milliseconds; a longer wait would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function createDeadline({ signal, timeout, onAbort, onTimeout }: DeadlineOptions): Deadline {
  const controller = new AbortController();
  let strike: (error: Error) => void = () => {};
  const struck = new Promise<never>((_, reject) => {
    strike = reject;
  });
  // Nobody may be racing when it strikes.
  struck.catch(() => {});

  const end = (error: Error) => {
    detach();
    strike(error);
    controller.abort(error);
  };
  const aborted = () => end(onAbort(signal?.reason));
  const timer = timeout < LONGEST_TIMER ? setTimeout(() => end(onTimeout()), timeout) : undefined;
  const stopClock = () => clearTimeout(timer);
  const detach = () => {
    stopClock();
    signal?.removeEventListener('abort', aborted);
  };

  if (signal?.aborted) aborted();
  else signal?.addEventListener('abort', aborted, { once: true });

  return {
    signal: controller.signal,
    race: (work) => Promise.race([work, struck]),
    stopClock,
    detach,
    release() {
      detach();
      controller.abort();
    },
  };
}
