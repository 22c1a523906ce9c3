import { beforeEach, expect, test, vi } from 'vitest';
import { backoffDelay } from './backoff.ts';

/** Every thousandth once, in a fixed disorder: a burst of 1,000 clients that always falls the same way. */
beforeEach(() => {
  let draw = 0;
  vi.spyOn(Math, 'random').mockImplementation(() => {
    draw = (draw + 617) % 1_000;
    return draw / 1_000;
  });
});

const burst = (retriesSoFar: number, retryAfter?: number) =>
  Array.from({ length: 1_000 }, () => backoffDelay(retriesSoFar, retryAfter));

test.each([
  [0, undefined],
  [1, undefined],
  [4, undefined],
  [0, 2_000],
])('1,000 clients that failed together spread evenly (retry %i, Retry-After %s)', (retries, retryAfter) => {
  const delays = burst(retries, retryAfter);
  const start = retryAfter ?? 0;
  const slots = new Map<number, number>();
  for (const delay of delays) {
    const slot = Math.floor((delay - start) / 100);
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
  }
  const span = Math.ceil((Math.max(...delays) - start) / 100);
  expect(span).toBeGreaterThan(4);
  expect(Math.max(...slots.values())).toBeLessThanOrEqual((1.5 * 1_000) / span);
});

test('the window doubles from half a second to eight seconds', () => {
  const longest = [0, 1, 2, 3, 4, 5, 50].map((retries) => Math.max(...burst(retries)));
  expect(longest).toEqual([500, 999, 1_998, 3_996, 7_992, 7_992, 7_992]);
});

test('a wait the server asked for is never undercut', () => {
  for (const retryAfter of [0, 1, 1_500, 60_000]) {
    expect(Math.min(...burst(0, retryAfter))).toBeGreaterThanOrEqual(retryAfter);
  }
});
