import { expect, test } from 'vitest';
import { UnsafeURLError } from '../errors/unsafe-url-error.ts';
import { CANARY, connect, failure, GET, json, ONCE, START, send, serve } from './loopback.testkit.ts';

test.each([301, 302, 303, 307, 308])(
  'a read follows %i within its origin, with the credential',
  async (status) => {
    await using server = await serve((response, { url }) =>
      url === '/v1/things'
        ? json(response, {}, status, { location: '/v2/things?a=1' })
        : json(response, { url }),
    );
    expect(await send(connect(server.url))).toEqual({ url: '/v2/things?a=1' });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${CANARY}`,
      `Bearer ${CANARY}`,
    ]);
  },
);

test.each([307, 308])('a write follows %i within its origin with method, body and key', async (status) => {
  await using server = await serve((response, { url }) =>
    url === '/v1/things' ? json(response, {}, status, { location: '/v2/things' }) : json(response, {}),
  );
  await send(connect(server.url), START);
  const [first, second] = server.seen;
  expect(second).toMatchObject({ method: 'POST', url: '/v2/things', body: '{"a":1}' });
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});

test.each([301, 302, 303])('a write does not follow %i, and its outcome is open', async (status) => {
  await using server = await serve((response) => json(response, {}, status, { location: '/v2/things' }));
  const error = await failure(send(connect(server.url), ONCE));
  expect(error).toBeInstanceOf(UnsafeURLError);
  expect(error).toMatchObject({ outcome: 'unknown', attempts: 1, idempotencyKey: expect.any(String) });
  expect(server.seen).toHaveLength(1);
});

test.each([GET, START])('a $method is not redirected to another port, nor is the key', async (spec) => {
  await using other = await serve((response) => json(response, {}));
  await using server = await serve((response) =>
    json(response, {}, 307, { location: `${other.url}/v1/things` }),
  );
  const error = await failure(send(connect(server.url), spec));
  expect(error).toBeInstanceOf(UnsafeURLError);
  expect(error).toMatchObject({ outcome: 'rejected', attempts: 1, retryable: false });
  expect(other.seen).toEqual([]);
});

test.each([
  ['another host', (port: number) => `http://localhost:${port}/`],
  ['another scheme', (port: number) => `https://127.0.0.1:${port}/`],
  ['a user name', (port: number) => `http://user@127.0.0.1:${port}/`],
  ['no network at all', () => 'data:application/json,{}'],
  ['nonsense', () => 'http://[/'],
])('a redirect to %s is refused', async (_, location) => {
  await using server = await serve((response) =>
    json(response, {}, 302, { location: location(server.port) }),
  );
  await expect(send(connect(server.url))).rejects.toBeInstanceOf(UnsafeURLError);
  expect(server.seen).toHaveLength(1);
});

test('going in circles ends', async () => {
  await using server = await serve((response) => json(response, {}, 302, { location: '/v1/things' }));
  await expect(send(connect(server.url))).rejects.toThrow('more than 5 times');
  expect(server.seen).toHaveLength(6);
});

test('a redirect status without a location is an answer', async () => {
  await using server = await serve((response) => json(response, { message: 'pick one' }, 300));
  await expect(send(connect(server.url))).rejects.toMatchObject({ name: 'APIError', status: 300 });
});

test('a public route follows no redirect to another origin either: the headers of the client go along', async () => {
  await using other = await serve((response) => json(response, { from: 'other' }));
  await using server = await serve((response) => json(response, {}, 302, { location: other.url }));
  const call = send(connect(server.url, { headers: { 'api-key': 'own' } }), { ...GET, credential: 'none' });
  expect(await failure(call)).toMatchObject({ name: 'UnsafeURLError' });
  expect(other.seen).toEqual([]);
});

test('a download follows redirects without the credential and without the headers of the client', async () => {
  await using storage = await serve((response) => void response.end('bytes'));
  await using server = await serve((response) =>
    json(response, {}, 302, { location: `${storage.url}/file` }),
  );
  const transport = connect(server.url, {
    appSource: 'app',
    headers: { 'x-own': 'own' },
    attribution: { agentFramework: 'framework' },
  });
  const { response, release } = await transport.openURL(`${server.url}/artifact?sig=1`, {
    headers: { range: 'bytes=0-' },
  });
  expect(await response.text()).toBe('bytes');
  release();
  for (const { headers } of [...server.seen, ...storage.seen]) {
    expect(headers).toMatchObject({ range: 'bytes=0-', accept: '*/*' });
    expect(headers).not.toHaveProperty('authorization');
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  }
});

test.each(['ftp://example.com/a', 'https://user:pw@example.com/a', 'file:///etc/passwd', 'data:,x'])(
  '%s is not downloaded',
  async (url) => {
    await expect(connect('http://localhost:1').openURL(url)).rejects.toBeInstanceOf(UnsafeURLError);
  },
);

test('what is no URL is not downloaded', async () => {
  await expect(connect('http://localhost:1').openURL('/relative')).rejects.toMatchObject({
    name: 'InvalidRequestError',
    message: expect.stringContaining('The address to download is not a URL'),
  });
});
