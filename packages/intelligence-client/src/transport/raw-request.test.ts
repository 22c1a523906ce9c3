import { beforeEach, expect, test, vi } from 'vitest';
import { SogniClient } from '../client.ts';
import { connect, failure, json, serve } from './loopback.testkit.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const client = (url: string) => new SogniClient(connect(url));

test('any endpoint can be called; an envelope is unwrapped unless told not to', async () => {
  await using server = await serve((response) => json(response, { status: 'success', data: { n: 1 } }));
  const sogni = client(server.url);
  expect(await sogni.request({ path: '/v1/new', query: { a: 1 } })).toEqual({ n: 1 });
  expect(await sogni.request({ path: '/v1/new', unwrap: false })).toEqual({
    status: 'success',
    data: { n: 1 },
  });
  expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/v1/new?a=1', body: '' });
});

test.each([[{ data: 1 }], [{ status: 'ok', data: 1 }], [[1]], ['text'], [{ status: 'success' }]])(
  '%j is no envelope and passes whole',
  async (body) => {
    await using server = await serve((response) => json(response, body));
    expect(await client(server.url).request({ path: '/x' })).toEqual(body);
  },
);

test.each([
  ['GET', undefined, 3],
  ['PUT', undefined, 3],
  ['DELETE', undefined, 3],
  ['POST', undefined, 1],
  ['PATCH', undefined, 1],
  ['POST', 'k', 3],
  ['PATCH', 'k', 3],
] as const)(
  '%s with key %s is sent %i times when the outcome is open',
  async (method, idempotencyKey, attempts) => {
    await using server = await serve((response) => json(response, {}, 502));
    await failure(client(server.url).request({ method, path: '/x', idempotencyKey }));
    await failure(client(server.url).request({ method, path: '/x' }, { idempotencyKey }));
    expect(server.seen).toHaveLength(2 * attempts);
    if (idempotencyKey)
      expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  },
);

test.each([
  ['null', 'needs a path'],
  ['{}', 'needs a path'],
  ['{"path":"x"}', 'must begin with "/"'],
  ['{"path":"/x","method":"TRACE"}', '"TRACE" is not one of GET, POST'],
])('the request %s is refused before it is sent', async (request, words) => {
  const error = await failure(client('http://127.0.0.1:1').request(JSON.parse(request)));
  expect(error).toMatchObject({ name: 'InvalidRequestError', message: expect.stringContaining(words) });
});
