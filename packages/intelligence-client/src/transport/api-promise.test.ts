import { expect, test } from 'vitest';
import { APIError } from '../errors/api-error.ts';
import { APIPromise } from './api-promise.ts';
import { connect, failure, GET, json, send, serve } from './loopback.testkit.ts';

test('awaiting gives the data, withResponse the response and the request id as well', async () => {
  await using server = await serve((response) => json(response, { a: 1 }, 201, { 'x-request-id': 'req_1' }));
  const call = send(connect(server.url));
  expect(await call).toEqual({ a: 1 });
  const { data, response, requestId } = await call.withResponse();
  expect(data).toEqual({ a: 1 });
  expect({ status: response.status, requestId }).toEqual({ status: 201, requestId: 'req_1' });
  expect(server.seen).toHaveLength(1);
});

test('asResponse gives the body unread, every time it is asked', async () => {
  await using server = await serve((response) => void response.end('{ "a": 1 }'));
  const call = send(connect(server.url));
  const first = await call.asResponse();
  expect(first.bodyUsed).toBe(false);
  expect(await first.text()).toBe('{ "a": 1 }');
  expect(await (await call.asResponse()).json()).toEqual({ a: 1 });
  expect(await call).toEqual({ a: 1 });
});

test('a status that allows no body gives a response without one', async () => {
  await using server = await serve((response) => void response.writeHead(204).end());
  const response = await send(connect(server.url)).asResponse();
  expect([response.status, response.body]).toEqual([204, null]);
});

test('derived promises are plain ones', () => {
  const call = new APIPromise(
    Promise.resolve({ data: 1, response: new Response(), bytes: '', requestId: '' }),
  );
  for (const derived of [call.then(), call.catch(() => {}), call.finally(() => {})]) {
    expect(derived).toBeInstanceOf(Promise);
    expect(derived).not.toBeInstanceOf(APIPromise);
  }
});

// A rejection that nobody handles would fail the run.
test.each([
  ['awaited', (call: APIPromise<unknown>) => [call]],
  ['viewed with its response', (call: APIPromise<unknown>) => [call.withResponse()]],
  ['viewed as a response', (call: APIPromise<unknown>) => [call.asResponse()]],
  ['viewed in every way', (call: APIPromise<unknown>) => [call, call.withResponse(), call.asResponse()]],
  ['chained', (call: APIPromise<unknown>) => [call.finally(() => {})]],
])('a failed call that is %s rejects there and nowhere else', async (_, views) => {
  await using server = await serve((response) => json(response, { message: 'no' }, 400));
  const results = await Promise.allSettled(views(send(connect(server.url))));
  for (const result of results) {
    expect(result.status).toBe('rejected');
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(APIError);
  }
  await new Promise((resolve) => setImmediate(resolve));
});

test('what a description throws rejects the call', async () => {
  const call = connect('http://127.0.0.1:1').request(() => {
    throw new Error('described wrongly');
  });
  await expect(failure(call)).resolves.toMatchObject({
    name: 'InvalidRequestError',
    cause: { message: 'described wrongly' },
  });
});

test('what cannot be unwrapped names the answer it came in', async () => {
  await using server = await serve((response) => json(response, {}, 200, { 'x-request-id': 'req_1' }));
  const seen: unknown[] = [];
  const call = connect(server.url).request(() => ({ ...GET, unwrap: (_, info) => seen.push(info) }));
  await call;
  expect(seen).toEqual([
    {
      status: 200,
      target: `${server.url}/v1/things`,
      requestId: 'req_1',
      attempts: 1,
      idempotencyKey: undefined,
      outcome: 'rejected',
    },
  ]);
});
