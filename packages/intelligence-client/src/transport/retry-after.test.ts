import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0, 250);

test.each([
  ['7', 7_000],
  ['0', 0],
  [' 12 ', 12_000],
  ['99999999999', 99_999_999_999_000],
  ['Thu, 01 Jan 2026 12:00:05 GMT', 5_000],
  ['Thu, 01 Jan 2026 11:59:00 GMT', 0],
  ['Thursday, 01-Jan-26 12:00:05 GMT', 5_000],
  ['Thu Jan  1 12:00:05 2026', 5_000],
])('the header "%s" is %i ms', (header, expected) => {
  expect(retryAfterMs(header, undefined, NOW)).toBe(expected);
});

test.each(['', '1.5', '-3', 'soon', '2026-01-01T12:00:05Z', 'Thu, yesterday', '1e3', '0x10'])(
  'the header "%s" is ignored',
  (header) => {
    expect(retryAfterMs(header, undefined, NOW)).toBeUndefined();
  },
);

test.each([
  [{ retryAfter: 1837 }, 1_837_000],
  [{ retryAfter: 0.0101 }, 11],
  [{ retryAfter: 0 }, 0],
  [{ data: { retryAfter: 2.5 } }, 2_500],
  [{ retryAfter: 1, data: { retryAfter: 2 } }, 1_000],
])('the body %j is %i ms and wins over the header', (body, expected) => {
  expect(retryAfterMs('60', body, NOW)).toBe(expected);
});

test.each([
  [{ retryAfter: -1 }],
  [{ retryAfter: '5' }],
  [{ retryAfter: Number.POSITIVE_INFINITY }],
  [{ data: null }],
  [['retryAfter']],
  ['text'],
  [null],
])('the body %j leaves the word to the header', (body) => {
  expect(retryAfterMs('60', body, NOW)).toBe(60_000);
  expect(retryAfterMs(null, body, NOW)).toBeUndefined();
});
