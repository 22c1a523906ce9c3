import { expect, test, vi } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { CANARY, connect, failure, GET, json, ONCE, send, serve } from './loopback.testkit.ts';
import { createTransport } from './transport.ts';

const unauthorized = {
  status: 'error',
  errorCode: 101,
  message: 'Authorization header or auth cookie required',
};

test('a key goes along as a bearer token', async () => {
  await using server = await serve((response) => json(response, {}));
  await send(connect(server.url));
  expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${CANARY}`);
});

test('the key comes from the environment when none is passed', async () => {
  vi.stubEnv('SOGNI_API_KEY', '  sk-from-env ');
  await using server = await serve((response) => json(response, {}));
  await send(createTransport({ baseURL: server.url, allowUnsafeBaseURL: true }));
  expect(server.seen[0]?.headers.authorization).toBe('Bearer sk-from-env');
});

test('an access token wins over the key of the environment', async () => {
  vi.stubEnv('SOGNI_API_KEY', 'sk-from-env');
  await using server = await serve((response) => json(response, {}));
  await send(connect(server.url, { accessToken: 'a.b.c' }));
  expect(server.seen[0]?.headers.authorization).toBe('Bearer a.b.c');
});

test('without any credential a call fails before it is sent, and says how to pass one', async () => {
  vi.stubEnv('SOGNI_API_KEY', ' ');
  await using server = await serve((response) => json(response, {}));
  const error = await failure(send(createTransport({ baseURL: server.url, allowUnsafeBaseURL: true })));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({ attempts: 0, hint: expect.stringContaining('SOGNI_API_KEY') });
  expect(server.seen).toEqual([]);
});

test('a public route needs no credential and gets none', async () => {
  await using server = await serve((response) => json(response, {}));
  const spec = { ...GET, credential: 'none' } as const;
  await send(connect(server.url), spec);
  await send(createTransport({ baseURL: server.url, allowUnsafeBaseURL: true }), spec);
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
});

test('a function is asked again for every attempt', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) => json(response, {}, number < 3 ? 502 : 200));
  let count = 0;
  const accessToken = vi.fn(() => `token-${++count}`);
  await send(connect(server.url, { accessToken }));
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
    'Bearer token-3',
  ]);
  expect(accessToken.mock.calls).toEqual([[{ refresh: false }], [{ refresh: false }], [{ refresh: false }]]);
});

test('a 401 asks a function to refresh and sends the same request once more', async () => {
  await using server = await serve((response, { headers }) =>
    headers.authorization === 'Bearer fresh'
      ? json(response, { ok: true })
      : json(response, unauthorized, 401),
  );
  const accessToken = vi.fn(async ({ refresh }: { refresh: boolean }) => (refresh ? 'fresh' : 'stale'));
  const answer = await send(connect(server.url, { accessToken, maxRetries: 0 }), ONCE);
  expect(answer).toEqual({ ok: true });
  expect(accessToken.mock.calls).toEqual([[{ refresh: false }], [{ refresh: true }]]);
  const [first, second] = server.seen;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});

test('a second 401 is final, whatever lies between the two', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const statuses = [401, 503, 401];
  await using server = await serve((response, { number }) =>
    json(response, unauthorized, statuses[number - 1] ?? 200),
  );
  const asked: boolean[] = [];
  const accessToken = ({ refresh }: { refresh: boolean }) => {
    asked.push(refresh);
    return 'token';
  };
  const error = await failure(send(connect(server.url, { accessToken })));
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ attempts: 3, retryable: false, code: 101 });
  expect(asked).toEqual([false, true, false]);
});

test('a fixed key is not tried again after a 401', async () => {
  await using server = await serve((response) => json(response, unauthorized, 401));
  await expect(send(connect(server.url))).rejects.toMatchObject({ status: 401, attempts: 1 });
});

test('a public route does not ask for a new token after a 401', async () => {
  await using server = await serve((response) => json(response, unauthorized, 401));
  const accessToken = vi.fn(() => 'token');
  await failure(send(connect(server.url, { accessToken }), { ...GET, credential: 'none' }));
  expect(accessToken).not.toHaveBeenCalled();
  expect(server.seen).toHaveLength(1);
});

test.each([
  ['throws', () => Promise.reject(new TypeError('no network')), 'function failed'],
  ['returns no string', () => JSON.parse('42'), 'did not return a string'],
  ['returns a line break', () => 'sk\nline', 'a character that no header can carry'],
  ['returns nothing', () => '', 'is empty'],
])('a credential function that %s fails the call before it is sent', async (_, accessToken, words) => {
  await using server = await serve((response) => json(response, {}));
  const error = await failure(send(connect(server.url, { accessToken })));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({ attempts: 0, message: expect.stringContaining(words) });
  expect(server.seen).toEqual([]);
});

test('an error of this SDK that a credential function meets passes through', async () => {
  const accessToken = () => failingCall;
  const failingCall = Promise.reject(new AuthenticationError('signed out', { status: 401, attempts: 1 }));
  await expect(send(connect('http://127.0.0.1:1', { accessToken }))).rejects.toMatchObject({
    name: 'AuthenticationError',
    message: 'signed out',
  });
});

test('a function that fails on refresh counts the request that was sent', async () => {
  await using server = await serve((response) => json(response, unauthorized, 401));
  const accessToken = ({ refresh }: { refresh: boolean }) => {
    if (refresh) throw new Error('signed out');
    return 'token';
  };
  await expect(send(connect(server.url, { accessToken }))).rejects.toMatchObject({
    name: 'InvalidRequestError',
    attempts: 1,
    cause: { message: 'signed out' },
  });
});

test("an authorization header of the caller's own replaces the credential", async () => {
  await using server = await serve((response) => json(response, {}));
  await send(connect(server.url), GET, { headers: { Authorization: 'Bearer own' } });
  expect(server.seen[0]?.headers.authorization).toBe('Bearer own');
});

test('the values used lately are blanked where a server repeats them, older ones are forgotten', async () => {
  await using server = await serve((response, { number }) =>
    number <= 30
      ? json(response, {})
      : json(response, { message: 'saw value-1-abcdef and value-31-abcdef' }, 400),
  );
  let count = 0;
  const transport = connect(server.url, { accessToken: () => `value-${++count}-abcdef` });
  for (let call = 0; call < 30; call += 1) await send(transport);
  await expect(send(transport)).rejects.toThrow('saw value-1-abcdef and [redacted]');
});
