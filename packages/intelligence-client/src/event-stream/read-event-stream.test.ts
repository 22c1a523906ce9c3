import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { APIError } from '../errors/api-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { StreamTruncatedError } from '../errors/stream-truncated-error.ts';
import {
  collect,
  completedLog,
  entry,
  frame,
  QUICK,
  sequences,
  startLog,
  type TestEvent,
} from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';
import { readEventStream } from './read-event-stream.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

interface Relay extends AsyncDisposable {
  url: string;
  requests: IncomingMessage[];
}

/** An application's own server in front of the API. */
async function startRelay(
  answer: (after: number | undefined, response: ServerResponse, number: number) => unknown,
): Promise<Relay> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const after = new URL(request.url ?? '/', 'http://relay').searchParams.get('after');
    answer(after === null ? undefined : Number(after), response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/runs/wf_1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const ENDING = 'event: stream_ending\ndata: {"reason":"terminal","record":{"status":"completed"}}\n\n';
const bodyOf = (events: TestEvent[], ending = ENDING) => events.map(frame).join('') + ending;
const relayed = (body: BodyInit) => new Response(body, { headers: { 'content-type': 'text/event-stream' } });

function send(response: ServerResponse, text: string): ServerResponse {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(text);
  return response;
}

test('carries a stream from the API through a server to a reader, ending and all', async () => {
  const log = completedLog(50);
  await using api = await startLog(log, (connection) => {
    if (connection.number % 2 === 0) return connection.replay();
    const from = (connection.after ?? -1) + 1;
    connection.write(
      log
        .slice(from, from + 10)
        .map(frame)
        .join(''),
    );
    setTimeout(() => connection.reset(), 3);
  });
  await using relay = await startRelay(async (after, response, number) => {
    const stream = openEventStream(api.transport, api.log, { after, reconnect: QUICK });
    response.writeHead(200, stream.headers);
    if (number === 1) setTimeout(() => response.destroy(), 8);
    await pipeline(Readable.from(stream.toReadableStream()), response).catch(() => {});
  });
  const stream = readEventStream<TestEvent>(relay.url, { reconnect: QUICK });
  expect(await collect(stream)).toEqual(log);
  expect(stream.ending).toEqual({ reason: 'terminal', record: { status: 'completed' } });
  expect(stream.cursor).toBe(49);
});

test('reconnects behind its cursor, with what the caller adds', async () => {
  const log = completedLog(4);
  await using relay = await startRelay((after, response, number) => {
    if (number > 1) return send(response, bodyOf(log.slice((after ?? -1) + 1))).end();
    send(response, bodyOf(log.slice(0, 2), ''));
    setTimeout(() => response.destroy(), 5);
  });
  const headers = { 'x-session': 'abc' };
  const stream = readEventStream<TestEvent>(new URL(`${relay.url}?room=1`), { reconnect: QUICK, headers });
  expect(await collect(stream)).toEqual(log);
  expect(relay.requests.map(({ url }) => url)).toEqual(['/runs/wf_1?room=1', '/runs/wf_1?room=1&after=1']);
  expect(relay.requests[1]?.headers).toMatchObject({ 'last-event-id': '1', 'x-session': 'abc' });
});

test('sends the cursor in the query only from a browser, and takes a relative URL there', async () => {
  await using relay = await startRelay((after, response) => {
    send(response, bodyOf(completedLog(4).slice((after ?? -1) + 1))).end();
  });
  const { isBrowser } = await import('../transport/environment.ts');
  vi.stubGlobal('window', { document: {} });
  vi.stubGlobal('location', { href: `${relay.url}/page` });
  expect(isBrowser()).toBe(true);
  expect(sequences(await collect(readEventStream<TestEvent>('/runs/wf_1', { after: 1 })))).toEqual([2, 3]);
  expect(relay.requests[0]?.url).toBe('/runs/wf_1?after=1');
  expect(relay.requests[0]?.headers['last-event-id']).toBeUndefined();
});

test('drops what it has seen and reports a gap, which the relay has tried to fill', async () => {
  const gaps: unknown[] = [];
  const stream = readEventStream<TestEvent>(
    relayed(bodyOf([entry(1), entry(2), entry(2), entry(5), entry(4)])),
    {
      after: 1,
      onGap: (gap) => gaps.push(gap),
    },
  );
  expect(sequences(await collect(stream))).toEqual([2, 5]);
  expect(gaps).toEqual([{ from: 3, to: 4 }]);
});

test('a response that ends before the last frame is truncated, after all its events', async () => {
  const stream = readEventStream<TestEvent>(relayed(bodyOf([entry(0), entry(1)], '')));
  const iterator = stream[Symbol.asyncIterator]();
  expect((await iterator.next()).value?.sequence).toBe(0);
  expect((await iterator.next()).value?.sequence).toBe(1);
  await expect(iterator.next()).rejects.toBeInstanceOf(StreamTruncatedError);
  expect(stream.cursor).toBe(1);
});

test('a response that is cut is truncated, with the cause', async () => {
  await using relay = await startRelay((_, response) => {
    send(response, bodyOf([entry(0)], ''));
    setTimeout(() => response.destroy(), 5);
  });
  const stream = readEventStream<TestEvent>(await fetch(relay.url));
  const error = await collect(stream).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StreamTruncatedError);
  expect((error as StreamTruncatedError).cause).toBeInstanceOf(Error);
  expect(relay.requests).toHaveLength(1);
});

test('a relay that keeps ending early is given up', async () => {
  await using relay = await startRelay((_, response) => send(response, ': open\n\n').end());
  const reconnect = { ...QUICK, maxAttempts: 3 };
  const error = await collect(readEventStream(relay.url, { reconnect })).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ attempts: 3 });
});

test.each([403, 404])('status %i of the relay is the error', async (status) => {
  await using relay = await startRelay((_, response) =>
    response.writeHead(status).end('{"message":"not yours"}'),
  );
  const error = await collect(readEventStream(relay.url)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(APIError);
  expect(error).toMatchObject({ status, message: expect.stringContaining('not yours') });
  expect(relay.requests).toHaveLength(1);
});

test('status 503 of the relay is tried again', async () => {
  await using relay = await startRelay((_, response, number) => {
    if (number < 3) response.writeHead(503).end();
    else send(response, bodyOf(completedLog(1))).end();
  });
  expect(await collect(readEventStream(relay.url, { reconnect: QUICK }))).toHaveLength(1);
});

test('a page in place of a relay is refused, with advice', async () => {
  await using relay = await startRelay((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');
  });
  for (const source of [relay.url, await fetch(relay.url)]) {
    const error = await collect(readEventStream(source)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ResponseValidationError);
    expect((error as ResponseValidationError).hint).toMatch(/toReadableStream/);
  }
});

test('headers that never come, a dead address and an abort are errors of this SDK', async () => {
  await using relay = await startRelay(() => {});
  const reconnect = { ...QUICK, maxAttempts: 1 };
  const failure = (work: Promise<unknown>) => work.catch((reason: unknown) => reason);
  const silent = readEventStream(relay.url, { reconnect, headerTimeout: 20 });
  expect(await failure(collect(silent))).toBeInstanceOf(RequestTimeoutError);
  const dead = readEventStream('http://127.0.0.1:1/', { reconnect });
  expect(await failure(collect(dead))).toBeInstanceOf(ConnectionError);
  const controller = new AbortController();
  const reading = failure(collect(readEventStream(relay.url, { signal: controller.signal })));
  setTimeout(() => controller.abort(), 10);
  expect(await reading).toBeInstanceOf(RequestAbortedError);
});

test('uses the fetch it is given', async () => {
  const seen: string[] = [];
  const fetch = async (input: string | URL | Request) => {
    seen.push(String(input));
    return relayed(bodyOf(completedLog(2)));
  };
  expect(await collect(readEventStream('https://example.test/run', { fetch, after: 0 }))).toHaveLength(1);
  expect(seen).toEqual(['https://example.test/run?after=0']);
});

test('refuses what is no address', () => {
  expect(() => readEventStream('/only/a/path')).toThrow(InvalidRequestError);
});
