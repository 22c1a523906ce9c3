import { APIError } from '../errors/api-error.ts';

/** Milliseconds of the first window, and of the largest it doubles to. */
export interface BackoffWindow {
  first: number;
  longest: number;
}

/**
 * Milliseconds to wait before the next attempt: full jitter over a doubling window, so that clients which failed together
 * do not return together. A wait the server asked for is a lower bound, and the jitter comes on top of it.
 */
export function backoffDelay(
  retriesSoFar: number,
  atLeast = 0,
  { first, longest }: BackoffWindow = { first: 500, longest: 8_000 },
): number {
  return Math.ceil(atLeast + Math.random() * Math.min(longest, first * 2 ** retriesSoFar));
}

/** Milliseconds the server asked to wait, 0 when it did not. */
export function retryAfterOf(error: unknown): number {
  return (error instanceof APIError && error.rateLimit.retryAfterMs) || 0;
}
