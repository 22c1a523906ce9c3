import { expect, test } from 'vitest';
import {
  collect,
  completedLog,
  entry,
  frame,
  QUICK,
  sequences,
  startLog,
  statusFrame,
} from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';
import type { Gap } from './types.ts';

test('refills a gap from the list, with one request', async () => {
  const log = completedLog(8);
  await using server = await startLog(log, ({ write, response }) => {
    write([0, 1, 5, 6, 7].map((sequence) => frame(log[sequence] ?? entry(sequence))).join(''));
    response.end();
  });
  const gaps: Gap[] = [];
  const stream = openEventStream(
    server.transport,
    { ...server.log, lastSequence: () => 7 },
    {
      onGap: (gap) => gaps.push(gap),
    },
  );
  expect(await collect(stream)).toEqual(log);
  expect(server.lists).toEqual([1]);
  expect(gaps).toEqual([]);
});

test('knows of a gap behind a saved cursor, and of none before the first event', async () => {
  await using server = await startLog(completedLog(5), ({ write, response }) => {
    write(frame(entry(3)) + frame(entry(4, 'workflow_completed')));
    response.end();
  });
  const log = { ...server.log, lastSequence: () => 4 };
  expect(sequences(await collect(openEventStream(server.transport, log, { after: 0 })))).toEqual([
    1, 2, 3, 4,
  ]);
  expect(sequences(await collect(openEventStream(server.transport, log)))).toEqual([3, 4]);
  expect(server.lists).toEqual([0]);
});

test('reports what the log does not hold and goes on', async () => {
  const log = [entry(0), entry(3), entry(4, 'workflow_completed')];
  await using server = await startLog(log);
  const gaps: Gap[] = [];
  const stream = openEventStream(server.transport, server.log);
  stream.onGap = (gap) => gaps.push(gap);
  expect(await collect(stream)).toEqual(log);
  expect(gaps).toEqual([{ from: 1, to: 2 }]);
});

test('a log with every other sequence missing costs one list, not one for each', async () => {
  const log = Array.from({ length: 50 }, (_, index) =>
    entry(index * 2, index === 49 ? 'workflow_completed' : 'step_started'),
  );
  await using server = await startLog(log);
  const gaps: Gap[] = [];
  const lastSequence = () => 98;
  const stream = openEventStream(
    server.transport,
    { ...server.log, lastSequence },
    { onGap: (gap) => gaps.push(gap) },
  );
  expect(await collect(stream)).toEqual(log);
  expect(gaps).toHaveLength(49);
  expect(server.lists).toEqual([0]);
});

test('a list that fails for a moment is asked again, so that nothing is skipped', async () => {
  let refusals = 3;
  const log = completedLog(6);
  await using server = await startLog(log, ({ write, response }) => {
    write(
      frame(entry(0)) + frame(entry(4)) + frame(entry(5, 'workflow_completed')) + statusFrame('completed'),
    );
    response.end();
  });
  server.intercept = (route, response) => {
    if (route !== 'list' || refusals-- <= 0) return false;
    response.writeHead(502).end();
    return true;
  };
  const onGap = () => expect.unreachable('nothing is missing');
  expect(await collect(openEventStream(server.transport, server.log, { reconnect: QUICK, onGap }))).toEqual(
    log,
  );
});

test('frames out of order arrive in order', async () => {
  const log = completedLog(6);
  await using server = await startLog(log, ({ write, response }) => {
    const order = [0, 2, 1, 4, 3, 5].map((sequence) => frame(log[sequence] ?? entry(sequence)));
    write(order.join('') + statusFrame('completed'));
    response.end();
  });
  expect(await collect(openEventStream(server.transport, server.log))).toEqual(log);
});
