import { APIError } from '../errors/api-error.ts';
import type { SogniError } from '../errors/sogni-error.ts';
import { SubscriptionBillingError } from '../errors/subscription-billing-error.ts';
import type { ReconnectOptions } from './types.ts';

/** A server's `retry:` is obeyed up to this many milliseconds. */
const LONGEST_RETRY = 60_000;

/** Decides after a failure whether to try again and when. Source: design 5. */
export class ReconnectPolicy {
  readonly #minDelay: number;
  readonly #maxDelay: number;
  readonly #maxAttempts: number;
  readonly #maxRetryAfter: number;
  /** Milliseconds of the last `retry:` field. */
  #floor = 0;
  /** Tries in a row that brought no event. */
  failures = 0;

  constructor(options: ReconnectOptions | undefined, maxRetryAfter: number) {
    this.#minDelay = options?.minDelay ?? 100;
    this.#maxDelay = Math.max(options?.maxDelay ?? 5_000, this.#minDelay);
    this.#maxAttempts = options?.maxAttempts ?? 10;
    this.#maxRetryAfter = maxRetryAfter;
  }

  get isExhausted(): boolean {
    return this.failures >= this.#maxAttempts;
  }

  /** Age from which a connection that ended cleanly was no failed try, only one that a proxy had limited. */
  get healthyAge(): number {
    return this.#maxDelay;
  }

  /** A `retry:` field: the least time between two connections, from now on. */
  setFloor(milliseconds: number): void {
    this.#floor = Math.min(milliseconds, LONGEST_RETRY);
  }

  /** Whether the failure may pass by itself. A wait longer than the client's `maxRetryAfter` may not. */
  mayRetry(error: SogniError): boolean {
    if (!(error instanceof APIError))
      return error.retryable || error.kind === 'connection' || error.kind === 'timeout';
    if ((error.rateLimit.retryAfterMs ?? 0) > this.#maxRetryAfter) return false;
    if (error instanceof SubscriptionBillingError) return error.retryable;
    return error.status >= 500 || error.status === 408 || error.status === 425 || error.status === 429;
  }

  /** Full jitter, so that clients cut off together do not return together; what the server asked for is never undercut. */
  delayAfter(error: SogniError): number {
    const window = Math.min(this.#maxDelay, this.#minDelay * 2 ** Math.max(0, this.failures - 1));
    const asked = error instanceof APIError ? (error.rateLimit.retryAfterMs ?? 0) : 0;
    return Math.ceil(Math.max(asked, this.#floor) + Math.random() * window);
  }
}
