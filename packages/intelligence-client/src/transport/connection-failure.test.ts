import { beforeEach, expect, test, vi } from 'vitest';
import { connect, failure, GET, ONCE, send } from './loopback.testkit.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const coded = (code: string) => Object.assign(new Error(code), { code });

/** A call whose fetch throws, as fetch implementations wrap what the system reports. */
const thrown = (error: unknown, spec = ONCE) =>
  failure(
    send(connect('http://127.0.0.1:1', { fetch: () => Promise.reject(error), maxRetries: 1 }), spec, {
      idempotencyKey: 'k',
    }),
  );

test.each([
  ['ECONNREFUSED', 'the connection was refused'],
  ['ENOTFOUND', 'the host name does not exist'],
  ['EAI_AGAIN', 'the host name could not be looked up'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no connection could be made in time'],
])('%s proves that nothing has left: even a write without a key is sent again', async (code, words) => {
  const error = await thrown(new TypeError('fetch failed', { cause: coded(code) }));
  expect(error).toMatchObject({
    name: 'ConnectionError',
    message: expect.stringContaining(`${words} (${code})`),
    attempts: 2,
    outcome: 'rejected',
    retryable: true,
  });
});

test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'ConnectionRefused'])(
  '%s does not',
  async (code) => {
    expect(await thrown(new TypeError('fetch failed', { cause: coded(code) }))).toMatchObject({
      message: expect.stringContaining(`(${code})`),
      attempts: 1,
      outcome: 'unknown',
      retryable: false,
    });
  },
);

test.each([
  [
    'several addresses',
    new TypeError('fetch failed', { cause: new AggregateError([coded('ECONNREFUSED')]) }),
  ],
  ['several layers', new Error('a', { cause: new Error('b', { cause: coded('ECONNREFUSED') }) })],
])('the code is found behind %s', async (_, error) => {
  expect(await thrown(error)).toMatchObject({ message: expect.stringContaining('(ECONNREFUSED)') });
});

test.each([
  ['an error without a code', new TypeError('Failed to fetch')],
  ['text', 'offline'],
  ['nothing', undefined],
  ['a numeric code', Object.assign(new Error('x'), { code: 23 })],
])('%s is a failed connection too', async (_, error) => {
  expect(await thrown(error)).toMatchObject({
    name: 'ConnectionError',
    message: 'No answer from http://127.0.0.1:1/v1/things: the connection failed',
    outcome: 'unknown',
  });
});

test('a cause that is its own cause ends the search', async () => {
  const error = new Error('loop');
  error.cause = error;
  expect(await thrown(error)).toMatchObject({ kind: 'connection', cause: error });
});

test('a browser shows nothing of a redirect, so it is not followed', async () => {
  const fetch = async () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
  const error = await failure(send(connect('http://127.0.0.1:1', { fetch }), GET));
  expect(error).toMatchObject({
    name: 'UnsafeURLError',
    message: expect.stringContaining('another address'),
  });
});

test("the caller's fetch gets everything: address, method, headers, body and signal", async () => {
  const fetch = vi.fn(async (_: unknown, init?: RequestInit) => {
    expect(init).toMatchObject({ method: 'POST', body: '{"a":1}', signal: expect.any(AbortSignal) });
    expect(new Headers(init?.headers).get('authorization')).toMatch(/^Bearer /);
    return Response.json({ ok: true });
  });
  expect(await send(connect('http://127.0.0.1:1', { fetch }), ONCE)).toEqual({ ok: true });
  expect(fetch.mock.calls[0]?.[0]).toBe('http://127.0.0.1:1/v1/things');
});
