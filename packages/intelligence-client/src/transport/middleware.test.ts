import { expect, test, vi } from 'vitest';
import { CANARY, connect, failure, GET, json, START, send, serve } from './loopback.testkit.ts';
import type { Middleware } from './middleware.ts';

test('the first middleware is the outermost', async () => {
  await using server = await serve((response) => json(response, {}));
  const order: string[] = [];
  const layer =
    (name: string): Middleware =>
    async (request, next) => {
      order.push(`${name} in`);
      const response = await next(request);
      order.push(`${name} out`);
      return response;
    };
  await send(connect(server.url, { middleware: [layer('a'), layer('b'), layer('c')] }));
  expect(order).toEqual(['a in', 'b in', 'c in', 'c out', 'b out', 'a out']);
});

test('a middleware sees the whole request but the credential, and every attempt', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) => json(response, {}, number === 1 ? 500 : 200));
  const seen: unknown[] = [];
  const watch: Middleware = async (request, next, context) => {
    const { method, url, headers } = request;
    seen.push([method, url, headers.get('authorization'), await request.clone().json(), context]);
    return await next(request);
  };
  await send(connect(server.url, { middleware: [watch] }), START, { idempotencyKey: 'k' });
  const row = ['POST', `${server.url}/v1/things`, null, { a: 1 }];
  expect(seen).toEqual([
    [...row, { attempt: 1, idempotencyKey: 'k' }],
    [...row, { attempt: 2, idempotencyKey: 'k' }],
  ]);
  expect(server.seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  expect(server.seen[1]?.headers.authorization).toBe(`Bearer ${CANARY}`);
});

test('a middleware may change method, headers and body', async () => {
  await using server = await serve((response) => json(response, {}));
  const change: Middleware = async (request, next) => {
    const changed = new Request(request, { method: 'PUT', body: '{"b":2}' });
    changed.headers.set('x-added', '1');
    return await next(changed);
  };
  await send(connect(server.url, { middleware: [change] }), START);
  expect(server.seen[0]).toMatchObject({ method: 'PUT', body: '{"b":2}', headers: { 'x-added': '1' } });
});

test('a middleware may answer by itself', async () => {
  const own: Middleware = async () => Response.json({ own: true });
  expect(await send(connect('http://127.0.0.1:1', { middleware: [own] }))).toEqual({ own: true });
});

test('a request sent to another host by a middleware carries no credential', async () => {
  await using other = await serve((response) => json(response, {}));
  await using server = await serve((response) => json(response, {}));
  const elsewhere: Middleware = async (request, next) => await next(new Request(`${other.url}/x`, request));
  await send(connect(server.url, { middleware: [elsewhere] }), START);
  expect(other.seen[0]).toMatchObject({ body: '{"a":1}' });
  expect(other.seen[0]?.headers.authorization).toBeUndefined();
  expect(server.seen).toEqual([]);
});

test('a body that was read instead of cloned is explained', async () => {
  await using server = await serve((response) => json(response, {}));
  const greedy: Middleware = async (request, next) => {
    await request.text();
    return await next(request);
  };
  const error = await failure(send(connect(server.url, { middleware: [greedy] }), START));
  expect(error).toMatchObject({
    name: 'InvalidRequestError',
    hint: 'Read request.clone() instead.',
    attempts: 0,
  });
  expect(server.seen).toEqual([]);
});

test('what a middleware throws is a failed connection', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response) => json(response, { ok: true }));
  let calls = 0;
  const flaky: Middleware = async (request, next) => {
    calls += 1;
    if (calls === 1) throw new TypeError('flaky');
    return await next(request);
  };
  expect(await send(connect(server.url, { middleware: [flaky] }))).toEqual({ ok: true });
  calls = 0;
  await expect(send(connect(server.url, { middleware: [flaky], maxRetries: 0 }))).rejects.toMatchObject({
    kind: 'connection',
    cause: { message: 'flaky' },
  });
});

test('a middleware that returns no response is a failed connection', async () => {
  const middleware: Middleware[] = [async () => JSON.parse('null')];
  await expect(send(connect('http://127.0.0.1:1', { middleware, maxRetries: 0 }), GET)).rejects.toMatchObject(
    { kind: 'connection', attempts: 1 },
  );
});
