import { InternalServerError } from '../errors/internal-server-error.ts';
import type { SogniError } from '../errors/sogni-error.ts';
import { type BackoffWindow, backoffDelay, retryAfterOf } from '../transport/backoff.ts';
import type { ReconnectOptions } from './types.ts';

/** A server's `retry:` is obeyed up to this many milliseconds. */
const LONGEST_RETRY = 60_000;

/** Decides after a failure whether to try again and when. Source: design 5. */
export class ReconnectPolicy {
  readonly #window: BackoffWindow;
  readonly #maxAttempts: number;
  readonly #maxRetryAfter: number;
  /** Milliseconds of the last `retry:` field. */
  #floor = 0;
  /** Tries in a row that brought no event. */
  failures = 0;

  constructor(
    { minDelay = 100, maxDelay = 5_000, maxAttempts = 10 }: ReconnectOptions = {},
    maxRetryAfter: number,
  ) {
    this.#window = { first: minDelay, longest: Math.max(maxDelay, minDelay) };
    this.#maxAttempts = maxAttempts;
    this.#maxRetryAfter = maxRetryAfter;
  }

  get isExhausted(): boolean {
    return this.failures >= this.#maxAttempts;
  }

  /** Age from which a connection that ended cleanly was no failed try, only one that a proxy had limited. */
  get healthyAge(): number {
    return this.#window.longest;
  }

  /** A `retry:` field: the least time between two connections, from now on. */
  setFloor(milliseconds: number): void {
    this.#floor = Math.min(milliseconds, LONGEST_RETRY);
  }

  /**
   * Whether the failure may pass by itself: more of the 5xx may than a single call is repeated for. A wait longer than the
   * client's `maxRetryAfter` may not.
   */
  mayRetry(error: SogniError): boolean {
    if (retryAfterOf(error) > this.#maxRetryAfter) return false;
    return error.retryable || error instanceof InternalServerError;
  }

  /** What the server asked for is never undercut. */
  delayAfter(error: SogniError): number {
    const atLeast = Math.max(retryAfterOf(error), this.#floor);
    return backoffDelay(Math.max(0, this.failures - 1), atLeast, this.#window);
  }
}
