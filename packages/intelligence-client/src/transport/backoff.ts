const FIRST_DELAY = 500;
const LONGEST_DELAY = 8_000;

/**
 * Milliseconds to wait before the next attempt: full jitter over a doubling window, so that clients which failed together
 * do not return together. A wait the server asked for is a lower bound, and the jitter comes on top of it.
 */
export function backoffDelay(retriesSoFar: number, retryAfter: number | undefined): number {
  const window = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** retriesSoFar);
  return Math.ceil((retryAfter ?? 0) + Math.random() * window);
}
