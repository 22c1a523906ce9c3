import { expect, test, vi } from 'vitest';
import { ConnectionError } from '../errors/connection-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import type { ReconnectEvent } from '../transport/hooks.ts';
import { collect, completedLog, entry, failure, frame, QUICK, startLog } from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';

test('waits as long as Retry-After says, and fails at once above maxRetryAfter', async () => {
  let retryAfter = '{"retryAfter":0.2}';
  const times: number[] = [];
  await using server = await startLog(completedLog(1), (connection) => {
    times.push(performance.now());
    if (connection.number === 2) return connection.replay();
    connection.response.writeHead(429, { 'content-type': 'application/json' }).end(retryAfter);
  });
  await collect(openEventStream(server.transport, server.log, { reconnect: QUICK }));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(199);

  retryAfter = '{"retryAfter":61}';
  const error = await failure(collect(openEventStream(server.transport, server.log, { reconnect: QUICK })));
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryAfterMs: 61_000 });
  expect(server.connections).toHaveLength(3);
});

test('retryNow cuts a wait short, and does nothing otherwise', async () => {
  await using server = await startLog(
    completedLog(1),
    (connection) => {
      if (connection.number > 1) return connection.replay();
      connection.response.writeHead(503, { 'retry-after': '50' }).end();
    },
    {
      onReconnect: () => setTimeout(() => stream.retryNow(), 1),
    },
  );
  const stream = openEventStream(server.transport, server.log);
  stream.retryNow();
  expect(await collect(stream)).toHaveLength(1);
});

test('honours the retry field of the server', async () => {
  const delays: number[] = [];
  await using server = await startLog(
    completedLog(2),
    (connection) => {
      if (connection.number > 1) return connection.replay();
      connection.write(`retry: 60\n\n${frame(entry(0))}`);
      setTimeout(() => connection.reset(), 5);
    },
    { onReconnect: ({ delayMs }) => delays.push(delayMs) },
  );
  await collect(openEventStream(server.transport, server.log, { reconnect: QUICK }));
  expect(delays[0]).toBeGreaterThanOrEqual(60);
});

test('tells the hook about every reconnect, and survives a hook that throws', async () => {
  const events: ReconnectEvent[] = [];
  await using server = await startLog(
    completedLog(3),
    (connection) => {
      if (connection.number > 2) return connection.replay();
      if (connection.number === 2) return connection.reset();
      connection.write(frame(entry(0)));
      setTimeout(() => connection.reset(), 5);
    },
    {
      onReconnect(event) {
        events.push(event);
        throw new Error('a bug in tracing');
      },
    },
  );
  await collect(openEventStream(server.transport, server.log, { reconnect: QUICK }));
  expect(events.map(({ subject, attempt, cursor }) => [subject, attempt, cursor])).toEqual([
    ['workflow wf_1', 1, 0],
    ['workflow wf_1', 2, 0],
  ]);
  expect(events.every(({ error }) => error instanceof ConnectionError)).toBe(true);
});

test('a hook that rejects is reported to the logger, and leaves no rejection behind', async () => {
  await using server = await startLog(
    completedLog(1),
    (connection) => (connection.number > 1 ? connection.replay() : connection.reset()),
    { onReconnect: () => Promise.reject(new Error('a bug in tracing')) },
  );
  const report = vi.fn();
  const transport = server.transport.withOptions({
    logLevel: 'error',
    logger: { ...console, error: report },
  });
  await collect(openEventStream(transport, server.log, { reconnect: QUICK }));
  expect(report.mock.calls).toEqual([['[sogni] a hook threw', new Error('a bug in tracing')]]);
});
