import { expect, test, vi } from 'vitest';
import { createIdempotencyKey } from './idempotency.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each([true, false])('keys are random UUIDs (randomUUID there: %s)', (isThere) => {
  if (!isThere) {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  }
  const keys = Array.from({ length: 200 }, createIdempotencyKey);
  vi.unstubAllGlobals();
  for (const key of keys) expect(key).toMatch(UUID_V4);
  expect(new Set(keys).size).toBe(200);
});
