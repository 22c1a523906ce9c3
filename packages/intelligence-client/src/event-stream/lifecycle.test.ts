import { getEventListeners } from 'node:events';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import {
  type Connection,
  collect,
  completedLog,
  entry,
  frame,
  QUICK,
  sequences,
  startLog,
} from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';

const quiet =
  (events = 3) =>
  (connection: Connection) =>
    connection.write(completedLog(99).slice(0, events).map(frame).join(''));

/** The server sees that a socket was closed a moment later. */
const freed = (open: () => number) => vi.waitFor(() => expect(open()).toBe(0), { timeout: 2_000 });

test('requests nothing before the first event is asked for', async () => {
  await using server = await startLog(completedLog(2));
  const { signal } = new AbortController();
  const stream = openEventStream(server.transport, server.log, { signal });
  await sleep(20);
  expect(server.connections).toHaveLength(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(await collect(stream)).toHaveLength(2);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('break stops listening, keeps the cursor, and frees socket and signal', async () => {
  await using server = await startLog([], quiet());
  const { signal } = new AbortController();
  const stream = openEventStream(server.transport, server.log, { signal });
  for await (const { sequence } of stream) if (sequence === 1) break;
  expect(stream.cursor).toBe(1);
  expect(stream.ending).toEqual({ reason: 'closed', record: undefined });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  await freed(server.openStreams);
  expect(await collect(stream)).toEqual([]);
});

test('close ends a pending next and drops what was not handed out', async () => {
  await using server = await startLog([], quiet());
  const stream = openEventStream(server.transport, server.log);
  const iterator = stream[Symbol.asyncIterator]();
  expect(await iterator.next()).toEqual({ done: false, value: entry(0) });
  stream.close();
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
  expect(stream.cursor).toBe(0);

  const waiting = openEventStream(server.transport, server.log, { after: 98 });
  const pending = waiting[Symbol.asyncIterator]().next();
  await sleep(20);
  waiting.close();
  expect(await pending).toEqual({ done: true, value: undefined });
  await freed(server.openStreams);
});

test('a stream declared with await using is closed at the end of its block', async () => {
  await using server = await startLog([], quiet());
  {
    await using stream = openEventStream(server.transport, server.log);
    await stream[Symbol.asyncIterator]().next();
  }
  await freed(server.openStreams);
});

test('closing keeps an ending that was reached', async () => {
  await using server = await startLog(completedLog(1));
  const stream = openEventStream(server.transport, server.log);
  await collect(stream);
  stream.close();
  expect(stream.ending?.reason).toBe('terminal');
});

test('abort rejects at once, drops what is buffered, and keeps the cursor truthful', async () => {
  await using server = await startLog([], quiet());
  const controller = new AbortController();
  const stream = openEventStream(server.transport, server.log, { signal: controller.signal });
  const iterator = stream[Symbol.asyncIterator]();
  await iterator.next();
  controller.abort(new Error('user left'));
  const error = await iterator.next().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RequestAbortedError);
  expect(error).toMatchObject({ name: 'AbortError', cause: { message: 'user left' } });
  expect((error as RequestAbortedError).hint).toMatch(/after: 0/);
  expect(stream.cursor).toBe(0);
  expect(stream.ending).toBeUndefined();
});

test('a signal that was aborted before makes no request', async () => {
  await using server = await startLog(completedLog(1));
  const stream = openEventStream(server.transport, server.log, { signal: AbortSignal.abort() });
  await expect(collect(stream)).rejects.toBeInstanceOf(RequestAbortedError);
  expect(server.connections).toHaveLength(0);
});

test('abort at any moment settles without waiting for anything, and leaves no listener and no socket', async () => {
  const log = completedLog(20);
  await using server = await startLog(log, (connection) => {
    const { number } = connection;
    if (number % 4 === 0) return connection.response.writeHead(503).end();
    if (number % 4 === 1) return;
    connection.write(
      log
        .slice((connection.after ?? -1) + 1, (connection.after ?? -1) + 3)
        .map(frame)
        .join(''),
    );
    if (number % 4 === 2) setTimeout(() => connection.reset(), 2);
  });
  for (let run = 0; run < 60; run += 1) {
    const controller = new AbortController();
    const stream = openEventStream(server.transport, server.log, {
      signal: controller.signal,
      idleTimeout: 5,
      reconnect: { ...QUICK, maxAttempts: 1_000 },
    });
    const reading = collect(stream).catch((reason: unknown) => reason);
    await sleep(run % 15);
    controller.abort();
    // Settled by nothing but microtasks: an immediate comes after them, before any further I/O.
    const late = setImmediate('late');
    expect(await Promise.race([reading, late])).not.toBe('late');
    expect(await reading).toBeInstanceOf(RequestAbortedError);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  }
  await freed(server.openStreams);
});

test('many streams on one signal leave no listener behind', async () => {
  await using server = await startLog(completedLog(2));
  const { signal } = new AbortController();
  for (let run = 0; run < 100; run += 1) {
    await collect(openEventStream(server.transport, server.log, { signal }));
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('concurrent requests for events are answered in order', async () => {
  await using server = await startLog(completedLog(3));
  const iterator = openEventStream(server.transport, server.log)[Symbol.asyncIterator]();
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => iterator.next()));
  expect(results.map(({ value }) => value?.sequence)).toEqual([0, 1, 2, undefined, undefined]);
  expect(results.map(({ done }) => done)).toEqual([false, false, false, true, true]);
});

test('a second iterator goes on with the same queue', async () => {
  await using server = await startLog(completedLog(4));
  const stream = openEventStream(server.transport, server.log);
  const first = stream[Symbol.asyncIterator]();
  expect((await first.next()).value?.sequence).toBe(0);
  expect(sequences(await collect(stream))).toEqual([1, 2, 3]);
});

test('a slow consumer sees every event before the error', async () => {
  const log = completedLog(10);
  await using server = await startLog(log, (connection) => {
    if (connection.number > 1) return connection.response.writeHead(404).end();
    connection.write(log.slice(0, 6).map(frame).join(''));
    setTimeout(() => connection.reset(), 5);
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { sequence } of stream) {
      seen.push(sequence);
      await sleep(10);
    }
  })();
  await expect(reading).rejects.toMatchObject({ status: 404 });
  expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a consumer that does not ask holds the server back', async () => {
  const block = completedLog(2_000).map((event) => frame({ ...event, note: 'x'.repeat(1_000) }));
  let written = 0;
  await using server = await startLog([], ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const push = () => {
      while (written < 200_000) {
        const isRoomLeft = response.write(block[written % 2_000]);
        written += 1;
        if (!isRoomLeft) return response.once('drain', push);
      }
    };
    push();
  });
  const stream = openEventStream(server.transport, server.log);
  await stream[Symbol.asyncIterator]().next();
  let before = -1;
  while (before !== written) {
    before = written;
    await sleep(150);
  }
  // Socket buffers hold a few megabytes; the log has two hundred.
  expect(written).toBeLessThan(20_000);
  stream.close();
});

test('closing from the gap callback stops there', async () => {
  await using server = await startLog([entry(0), entry(5), entry(6, 'workflow_completed')]);
  const stream = openEventStream(server.transport, server.log, { onGap: () => stream.close() });
  expect(sequences(await collect(stream))).toEqual([0]);
  expect(stream.cursor).toBe(0);
});

test('decodes a hundred thousand events from one connection, each once', async () => {
  const count = 100_000;
  await using server = await startLog(completedLog(count));
  let expected = 0;
  for await (const { sequence } of openEventStream(server.transport, {
    ...server.log,
    lastSequence: () => count - 1,
  })) {
    if (sequence !== expected) throw new Error(`expected ${expected}, got ${sequence}`);
    expected += 1;
  }
  expect(expected).toBe(count);
});
