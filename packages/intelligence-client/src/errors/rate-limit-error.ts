import { APIError } from './api-error.ts';

/** 429: too many requests. Wait `retryAfterMs` before the next one. */
export class RateLimitError extends APIError<429> {
  override readonly name: string = 'RateLimitError';

  /** Milliseconds the server asked to wait, when it said so. */
  get retryAfterMs(): number | undefined {
    return this.rateLimit.retryAfterMs;
  }
}
