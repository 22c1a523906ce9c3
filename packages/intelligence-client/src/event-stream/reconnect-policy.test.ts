import { expect, test, vi } from 'vitest';
import { ConnectionError } from '../errors/connection-error.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { apiFailure } from '../transport/api-failure.ts';
import { ReconnectPolicy } from './reconnect-policy.ts';

const cut = new ConnectionError('cut', { retryable: true });
const call = {
  method: 'GET',
  target: 'http://host/events',
  subject: undefined,
  retry: 'idempotent',
  attempt: 1,
  idempotencyKey: undefined,
} as const;
const answered = (status: number, body: object = {}) => {
  const text = JSON.stringify(body);
  return apiFailure({ status, statusText: '', headers: {}, retryAfter: null, text }, call);
};

test('doubles the window from 100 ms to 5 s and spreads over all of it', () => {
  const policy = new ReconnectPolicy(undefined, 60_000);
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((failures) => {
    policy.failures = failures;
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect(policy.delayAfter(cut)).toBe(0);
    vi.spyOn(Math, 'random').mockReturnValue(1);
    return policy.delayAfter(cut);
  });
  expect(longest).toEqual([100, 100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
});

test('never undercuts what the server asked for', () => {
  const policy = new ReconnectPolicy({ minDelay: 1, maxDelay: 1 }, 60_000);
  expect(policy.delayAfter(answered(429, { retryAfter: 1.5 }))).toBeGreaterThanOrEqual(1_500);
  policy.setFloor(3_000);
  expect(policy.delayAfter(cut)).toBeGreaterThanOrEqual(3_000);
  expect(policy.delayAfter(answered(503, { retryAfter: 1.5 }))).toBeGreaterThanOrEqual(3_000);
  policy.setFloor(2 ** 40);
  expect(policy.delayAfter(cut)).toBeLessThanOrEqual(60_001);
});

test('fails at once when the server asks for more patience than the client has', () => {
  const policy = new ReconnectPolicy(undefined, 10_000);
  expect(policy.mayRetry(answered(429, { retryAfter: 10 }))).toBe(true);
  expect(policy.mayRetry(answered(429, { retryAfter: 10.001 }))).toBe(false);
});

test.each([
  [400, false],
  [401, false],
  [402, false],
  [403, false],
  [404, false],
  [405, false],
  [408, true],
  [409, false],
  [422, false],
  [425, true],
  [429, true],
  [500, true],
  [501, true],
  [502, true],
  [503, true],
  [504, true],
  [524, true],
])('status %i is retried: %s', (status, retried) => {
  expect(new ReconnectPolicy(undefined, 60_000).mayRetry(answered(status))).toBe(retried);
});

test('retries connection failures, and neither mistakes of the caller nor plans that refuse', () => {
  const policy = new ReconnectPolicy(undefined, 60_000);
  expect(policy.mayRetry(cut)).toBe(true);
  expect(policy.mayRetry(new InvalidRequestError('wrong'))).toBe(false);
  expect(policy.mayRetry(answered(429, { errorCode: 4080 }))).toBe(false);
});
