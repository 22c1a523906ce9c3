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

test('yields every log entry once, in order, and ends with the record', async () => {
  await using server = await startLog(completedLog(9));
  const stream = openEventStream(server.transport, server.log);
  expect(stream.cursor).toBeUndefined();
  expect(await collect(stream)).toEqual(completedLog(9));
  expect(stream.cursor).toBe(8);
  expect(stream.ending).toEqual({ reason: 'terminal', record: { status: 'completed' } });
  expect(server.records).toBe(1);
  expect(server.connections).toHaveLength(1);
});

test('resumes behind a saved cursor, of which 0 is one', async () => {
  await using server = await startLog(completedLog(4));
  const stream = openEventStream(server.transport, server.log, { after: 0 });
  expect(stream.cursor).toBe(0);
  expect(sequences(await collect(stream))).toEqual([1, 2, 3]);
  expect(server.connections[0]?.after).toBe(0);
  expect(server.connections[0]?.request.headers['last-event-id']).toBe('0');
});

test('asks for the start of the log when there is no cursor', async () => {
  await using server = await startLog(completedLog(1));
  await collect(openEventStream(server.transport, server.log));
  expect(server.connections[0]?.request.url).toBe('/stream');
  expect(server.connections[0]?.request.headers['last-event-id']).toBeUndefined();
  expect(server.connections[0]?.request.headers.accept).toBe('text/event-stream');
});

test('takes the sequence from the id when the data has none, and never from a status frame', async () => {
  await using server = await startLog([], ({ write, response }) => {
    write('id: 0\nevent: workflow_event\ndata: {"type":"step_started"}\n\n');
    write('id: 1\ndata: {"type":"workflow_completed"}\n\n');
    write('id: 1\nevent: workflow_status\ndata: {"status":"completed"}\n\n');
    write('id: 2\nevent: workflow.status\ndata: {"status":"completed","sequence":2}\n\n');
    response.end();
  });
  const stream = openEventStream(server.transport, server.log);
  expect(await collect(stream)).toEqual([entry(0), entry(1, 'workflow_completed')]);
});

test('continues behind a cut, with the cursor in the query and the header', async () => {
  await using server = await startLog(completedLog(6), (connection) => {
    if (connection.number > 1) connection.replay();
    else {
      connection.write(completedLog(6).slice(0, 3).map(frame).join(''));
      setTimeout(() => connection.reset(), 20);
    }
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  expect(sequences(await collect(stream))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(server.connections[1]?.after).toBe(2);
  expect(server.connections[1]?.request.headers['last-event-id']).toBe('2');
});

test('ends at a pause, with the record', async () => {
  await using server = await startLog([entry(0), entry(1, 'workflow_waiting_for_user')], (connection) => {
    // A server may keep the body open while it waits.
    connection.write(server.entries.map(frame).join(''));
  });
  server.status = 'waiting_for_user';
  const stream = openEventStream(server.transport, server.log);
  expect(sequences(await collect(stream))).toEqual([0, 1]);
  expect(stream.ending).toEqual({ reason: 'paused', record: { status: 'waiting_for_user' } });
});

test('goes on behind a pause and a failure that were answered since', async () => {
  const log = [
    entry(0),
    entry(1, 'workflow_waiting_for_user'),
    entry(2),
    entry(3, 'workflow_failed'),
    entry(4),
  ];
  const done = entry(5, 'workflow_completed');
  await using server = await startLog([...log, done], (connection) => {
    const chunks = [...log.map(frame), statusFrame('running'), frame(done), statusFrame('completed')];
    server.status = 'running';
    for (const [index, chunk] of chunks.entries()) {
      setTimeout(() => {
        if (chunk === frame(done)) server.status = 'completed';
        connection.write(chunk);
        if (index === chunks.length - 1) connection.response.end();
      }, index * 15);
    }
  });
  const stream = openEventStream(server.transport, server.log);
  expect(sequences(await collect(stream))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(stream.ending?.reason).toBe('terminal');
  expect(server.connections).toHaveLength(1);
});

test('an old failure in a replay costs no look at the record', async () => {
  const log = [entry(0), entry(1, 'workflow_failed'), entry(2), entry(3, 'workflow_completed')];
  await using server = await startLog(log, ({ write, response }) => {
    write(log.slice(0, 2).map(frame).join(''));
    setTimeout(() => {
      write(log.slice(2).map(frame).join('') + statusFrame('completed'));
      response.end();
    }, 20);
  });
  expect(await collect(openEventStream(server.transport, server.log))).toEqual(log);
  expect(server.records).toBe(1);
});

test('loses nothing when the body is cut cleanly behind an old failure of a run that has completed', async () => {
  const log = [entry(0), entry(1, 'workflow_failed'), entry(2), entry(3), entry(4, 'workflow_completed')];
  await using server = await startLog(log, ({ write, response }) => {
    write(log.slice(0, 2).map(frame).join(''));
    response.end();
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  expect(sequences(await collect(stream))).toEqual([0, 1, 2, 3, 4]);
});

test('a pause that is answered while its record is on the way is no end', async () => {
  const log = [entry(0), entry(1, 'workflow_waiting_for_user'), entry(2), entry(3, 'workflow_completed')];
  await using server = await startLog(log.slice(0, 2), (connection) => connection.replay());
  server.status = 'waiting_for_user';
  server.intercept = (route) => {
    // The answer comes between the record, which still says "paused", and the list.
    if (route === 'list' && server.status === 'waiting_for_user') {
      server.status = 'running';
      server.entries = log.slice(0, 3);
    } else if (route === 'record' && server.status === 'running') {
      setTimeout(() => {
        server.status = 'completed';
        server.entries = log;
      }, 20);
    }
    return false;
  };
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  expect(await collect(stream)).toEqual(log);
  expect(stream.ending?.reason).toBe('terminal');
});

test('finds the end of a partial failure, which has no log entry of its own', async () => {
  await using server = await startLog([entry(0), entry(1, 'step_failed')]);
  server.status = 'partial_failure';
  const stream = openEventStream(server.transport, server.log);
  expect(sequences(await collect(stream))).toEqual([0, 1]);
  expect(stream.ending).toEqual({ reason: 'terminal', record: { status: 'partial_failure' } });
});

test('does not read the log again when the record shows that it is complete', async () => {
  await using server = await startLog(completedLog(3));
  await collect(openEventStream(server.transport, { ...server.log, lastSequence: () => 2 }));
  expect(server.lists).toEqual([]);
  await collect(openEventStream(server.transport, { ...server.log, lastSequence: () => 3 }));
  expect(server.lists).toEqual([2]);
});

test('refuses a cursor that is no sequence before any request', async () => {
  await using server = await startLog([]);
  for (const after of [-1, 1.5, Number.NaN]) {
    expect(() => openEventStream(server.transport, server.log, { after })).toThrow(
      /after must be a whole number/,
    );
  }
  expect(server.connections).toHaveLength(0);
});
