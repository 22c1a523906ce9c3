/** Time as the emulator sees it: step delays, cost previews, credentials and keep-alives all go through it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `callback` once after `ms`; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void;
}

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves time forward by `ms`, running what falls due in order, with room for I/O in between. */
  advance(ms: number): Promise<void>;
}

/** Milliseconds, about 25 days: a timer of Node that is set for longer goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Real time; the default. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, Math.min(ms, LONGEST_TIMER));
      return () => clearTimeout(timer);
    },
  };
}

/**
 * A clock for tests: nothing that waits goes on until `advance` is called.
 *
 * @param start milliseconds since the epoch. Default: 2026-01-01T00:00:00Z.
 */
export function createManualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let time = start;
  const timers = new Set<{ due: number; callback: () => void }>();

  const nextDue = (limit: number) => {
    const due = [...timers].filter((timer) => timer.due <= limit);
    return due.sort((a, b) => a.due - b.due)[0];
  };

  return {
    now: () => time,
    after(ms, callback) {
      const timer = { due: time + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const target = time + ms;
      await turn();
      for (let timer = nextDue(target); timer; timer = nextDue(target)) {
        timers.delete(timer);
        time = timer.due;
        timer.callback();
        await turn();
      }
      time = target;
    },
  };
}

/** Waits on a clock; an abort ends the wait early, without an error. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal.addEventListener('abort', done);
  });
}

/** A few turns of the event loop, so that work started by a timer can set its own timers. */
async function turn(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
