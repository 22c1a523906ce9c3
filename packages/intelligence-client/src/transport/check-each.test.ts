import { expect, test } from 'vitest';
import { createTransport } from './transport.ts';

const wrong = (options: unknown) => () => createTransport(options as Parameters<typeof createTransport>[0]);

test.each([
  [
    'a misspelt hook',
    { hooks: { onRequst: () => {} } },
    /hooks must be .* onRequest, onResponse, onRetry, onReconnect/,
  ],
  ['a hook that is no function', { hooks: { onRequest: 5 } }, /hooks must be/],
  [
    'a misspelt attribution',
    { attribution: { agentframework: 'x' } },
    /attribution\.agentframework".*"agentFramework"/,
  ],
  ['an attribution that is no object', { attribution: 'x' }, /attribution must be an object/],
  ['a logger without functions', { logger: {} }, /logger must be an object with the functions/],
])('%s is refused by name', (_, options, message) => {
  expect(wrong(options)).toThrow(message);
});

test('hooks may keep state of their own, and loggers may have more', () => {
  expect(
    wrong({ apiKey: 'k', hooks: { events: [], online: true, onRetry() {} }, logger: console }),
  ).not.toThrow();
});

test('unsafe addresses are allowed on loopback only; other hosts must still be named', () => {
  const options = { apiKey: 'k', allowUnsafeBaseURL: true };
  expect(wrong({ ...options, baseURL: 'http://127.0.0.1:1' })).not.toThrow();
  expect(wrong({ ...options, baseURL: 'https://stranger.example' })).toThrow(/not a host that may receive/);
  expect(wrong({ ...options, baseURL: 'http://emulator:8787' })).toThrow(/allowedHosts|not a host/);
  expect(wrong({ ...options, baseURL: 'http://emulator:8787', allowedHosts: ['emulator'] })).not.toThrow();
});
