import { expect, test } from 'vitest';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { collect, completedLog, entry, QUICK, startLog } from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';
import { PollSchedule } from './poll-schedule.ts';

const polling = { minInterval: 2, maxInterval: 8 };
const blocked = ({ response }: { response: import('node:http').ServerResponse }) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Streaming is not allowed here</h1>');
};

test('polls the log where something answers in place of the stream', async () => {
  const log = completedLog(6);
  await using server = await startLog([], blocked);
  server.status = 'running';
  const grow = setInterval(() => {
    const next = log[server.entries.length];
    if (next) server.entries.push(next);
    else server.status = 'completed';
  }, 5);
  const stream = openEventStream(server.transport, server.log, { polling });
  expect(await collect(stream)).toEqual(log);
  clearInterval(grow);
  expect(stream.ending).toEqual({ reason: 'terminal', record: { status: 'completed' } });
  expect(server.connections).toHaveLength(1);
});

test('polls behind the cursor', async () => {
  await using server = await startLog(completedLog(4), blocked);
  expect(await collect(openEventStream(server.transport, server.log, { after: 1, polling }))).toEqual([
    entry(2),
    entry(3, 'workflow_completed'),
  ]);
  expect(server.lists[0]).toBe(1);
});

test('obeys 429 while polling, and gives up like any stream', async () => {
  await using server = await startLog(completedLog(2), blocked);
  server.intercept = (_, response) => {
    response.writeHead(429).end('{"retryAfter":0.01}');
    return true;
  };
  const reading = collect(openEventStream(server.transport, server.log, { polling, reconnect: QUICK }));
  const error = await reading.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ attempts: 10 });
  expect(server.lists).toHaveLength(10);
});

test('starts at once, then waits 2 s, growing to 15 s while nothing happens', () => {
  const schedule = new PollSchedule(undefined);
  const intervals = [true, false, false, false, false, false, false, true, false].map((brought) => {
    const { interval } = schedule;
    schedule.record(brought);
    return interval;
  });
  expect(intervals).toEqual([0, 2000, 3000, 4500, 6750, 10125, 15000, 15000, 2000]);
});
