import { expect, test } from 'vitest';
import { APIError } from '../errors/api-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { StreamIdleError } from '../errors/stream-idle-error.ts';
import {
  collect,
  completedLog,
  entry,
  failure,
  frame,
  QUICK,
  sequences,
  startLog,
  statusFrame,
} from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';

test.each([400, 401, 403, 404, 405, 409, 410, 422])(
  'status %i on the stream ends it at once',
  async (status) => {
    await using server = await startLog([], ({ response }) => {
      response.writeHead(status, { 'x-request-id': 'req_7' }).end('{"status":"error","message":"no"}');
    });
    const error = await failure(collect(openEventStream(server.transport, server.log, { reconnect: QUICK })));
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status, requestId: 'req_7', attempts: 1 });
    expect(server.connections).toHaveLength(1);
  },
);

test.each([408, 425, 429, 500, 502, 503, 504, 524])(
  'status %i on the stream is tried again',
  async (status) => {
    await using server = await startLog(completedLog(2), (connection) => {
      if (connection.number > 3) connection.replay();
      else connection.response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>later</h1>');
    });
    const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
    expect(sequences(await collect(stream))).toEqual([0, 1]);
    expect(server.connections).toHaveLength(4);
  },
);

test('gives up after ten tries in a row without an event, and says where to go on', async () => {
  await using server = await startLog(completedLog(9), (connection) => {
    if (connection.number > 1) return connection.reset();
    connection.write(completedLog(9).slice(0, 3).map(frame).join(''));
    setTimeout(() => connection.reset(), 10);
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  const error = await failure(collect(stream));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.attempts).toBe(10);
  expect(error.message).toMatch(/workflow wf_1 after 10 tries .* after: 2; nothing is lost/);
  expect(server.connections).toHaveLength(11);
  expect(stream.cursor).toBe(2);
  // It stays failed: a second loop must not pass for a finished run.
  expect(await failure(collect(stream))).toBe(error);
  expect(stream.ending).toBeUndefined();
});

test('counts tries anew after every event', async () => {
  const log = completedLog(30);
  await using server = await startLog(log, (connection) => {
    // Two of three connections bring nothing, so that 3 in a row never happen.
    if (connection.number % 3 !== 0) return connection.reset();
    const next = log[(connection.after ?? -1) + 1];
    if (next) connection.write(frame(next));
    setTimeout(() => connection.reset(), 3);
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: { ...QUICK, maxAttempts: 3 } });
  expect(await collect(stream)).toEqual(log);
});

test('maxAttempts 0 never reconnects', async () => {
  await using server = await startLog(completedLog(9), (connection) => {
    connection.write(frame(entry(0)));
    setTimeout(() => connection.reset(), 10);
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: { maxAttempts: 0 } });
  expect((await failure(collect(stream))).message).toMatch(/after: 0/);
  expect(server.connections).toHaveLength(1);
});

test('a body that ends while the run goes on is no end', async () => {
  const log = completedLog(4);
  await using server = await startLog(log, (connection) => {
    server.status = connection.number < 3 ? 'running' : 'completed';
    const from = (connection.after ?? -1) + 1;
    connection.write(
      log
        .slice(from, connection.number < 3 ? from + 1 : 4)
        .map(frame)
        .join(''),
    );
    connection.response.end();
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  expect(sequences(await collect(stream))).toEqual([0, 1, 2, 3]);
  expect(server.connections.map(({ after }) => after)).toEqual([undefined, 0, 1]);
});

test('a body that ends at once, again and again, while the run goes on is given up', async () => {
  await using server = await startLog([], ({ write, response }) => {
    write(': connected\n\n');
    response.end();
  });
  server.status = 'running';
  const error = await failure(collect(openEventStream(server.transport, server.log, { reconnect: QUICK })));
  expect(error.message).toMatch(/ended early.*after 10 tries.*No event was seen yet/);
  expect(server.connections).toHaveLength(10);
});

test('a connection that a proxy ends after a healthy time is no failed try', async () => {
  await using server = await startLog(completedLog(1), (connection) => {
    if (connection.number > 5) {
      server.status = 'completed';
      return connection.replay();
    }
    connection.write(': keep-alive\n\n');
    setTimeout(() => connection.response.end(), 30);
  });
  server.status = 'running';
  const reconnect = { minDelay: 1, maxDelay: 10, maxAttempts: 2 };
  expect(sequences(await collect(openEventStream(server.transport, server.log, { reconnect })))).toEqual([0]);
});

test('notices a silent connection and continues behind its cursor', async () => {
  const log = completedLog(5);
  await using server = await startLog(log, (connection) => {
    if (connection.number > 1) return connection.replay();
    connection.write(log.slice(0, 2).map(frame).join(''));
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK, idleTimeout: 40 });
  expect(await collect(stream)).toEqual(log);
  expect(server.connections.map(({ after }) => after)).toEqual([undefined, 1]);
});

test('any byte, a comment too, shows that the connection is alive', async () => {
  await using server = await startLog(completedLog(1), (connection) => {
    connection.write(': connected\n\n');
    const beat = setInterval(() => connection.write(':\n'), 20);
    setTimeout(() => {
      clearInterval(beat);
      connection.replay();
    }, 400);
  });
  expect(await collect(openEventStream(server.transport, server.log, { idleTimeout: 150 }))).toHaveLength(1);
  expect(server.connections).toHaveLength(1);
});

test('only ever silent connections end in a StreamIdleError', async () => {
  await using server = await startLog([], ({ write }) => write(': connected\n\n'));
  const reconnect = { ...QUICK, maxAttempts: 3 };
  const error = await failure(
    collect(openEventStream(server.transport, server.log, { reconnect, idleTimeout: 20 })),
  );
  expect(error).toBeInstanceOf(StreamIdleError);
  expect(error.attempts).toBe(3);
});

test('headers that never come end in a RequestTimeoutError', async () => {
  await using server = await startLog([], () => {});
  const reconnect = { ...QUICK, maxAttempts: 2 };
  const options = { reconnect, headerTimeout: 30 };
  const error = await failure(collect(openEventStream(server.transport, server.log, options)));
  expect(error).toBeInstanceOf(RequestTimeoutError);
  expect(server.connections).toHaveLength(2);
});

test('a refused connection is tried again, then reported', async () => {
  const server = await startLog([]);
  await server[Symbol.asyncDispose]();
  const reconnect = { ...QUICK, maxAttempts: 3 };
  const error = await failure(collect(openEventStream(server.transport, server.log, { reconnect })));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.attempts).toBe(3);
});

test('reads on behind a frame of malformed JSON with a new connection', async () => {
  const log = completedLog(4);
  await using server = await startLog(log, (connection) => {
    if (connection.number > 1) return connection.replay();
    connection.write(
      `${frame(entry(0))}${frame(entry(1))}id: 2\ndata: {"sequence":2,"ty\n\n${frame(entry(3))}`,
    );
  });
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  expect(await collect(stream)).toEqual(log);
  expect(server.connections.map(({ after }) => after)).toEqual([undefined, 1]);
});

test('a log whose frame stays malformed ends in an error, after the events in front of it', async () => {
  await using server = await startLog([], ({ write, after }) => {
    write(`${after === undefined ? frame(entry(0)) : ''}data: {oops\n\n`);
  });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const event of openEventStream(server.transport, server.log, { reconnect: QUICK })) {
      seen.push(event.sequence);
    }
  })();
  const error = await failure(reading);
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error.cause).toBeInstanceOf(SyntaxError);
  expect(error.message).toMatch(/after: 0/);
  expect(seen).toEqual([0]);
});

test('an event above maxEventBytes is an error at once, after the events in front of it', async () => {
  await using server = await startLog([], ({ write }) =>
    write(`${frame(entry(0))}data: ${'x'.repeat(5_000)}`),
  );
  const stream = openEventStream(server.transport, server.log, { maxEventBytes: 1_000, reconnect: QUICK });
  expect(await stream[Symbol.asyncIterator]().next()).toEqual({ done: false, value: entry(0) });
  const error = await failure(collect(stream));
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error.message).toMatch(/workflow wf_1 is larger than maxEventBytes \(1000\)/);
  expect(error.attempts).toBe(1);
  expect(server.connections).toHaveLength(1);
});

test('a record that cannot be read for a moment is a try, not an end', async () => {
  let refusals = 3;
  await using server = await startLog(completedLog(2));
  server.intercept = (route, response) => {
    if (route !== 'record' || refusals-- <= 0) return false;
    response.writeHead(503).end();
    return true;
  };
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  expect(sequences(await collect(stream))).toEqual([0, 1]);
  expect(stream.ending?.reason).toBe('terminal');
});

test('a record that is gone is the error, after all events', async () => {
  await using server = await startLog(completedLog(2));
  server.intercept = (route, response) => {
    if (route === 'record') response.writeHead(404).end('{"status":"error","message":"gone"}');
    return route === 'record';
  };
  const stream = openEventStream(server.transport, server.log, { reconnect: QUICK });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { sequence } of stream) seen.push(sequence);
  })();
  expect(await failure(reading)).toBeInstanceOf(NotFoundError);
  expect(seen).toEqual([0, 1]);
});

test('a namespace that throws something else still rejects with a SogniError', async () => {
  await using server = await startLog(completedLog(1), ({ write }) => write(statusFrame('completed')));
  const getRecord = async () => JSON.parse('no json');
  const error = await failure(collect(openEventStream(server.transport, { ...server.log, getRecord })));
  expect(error.kind).toBe('stream');
  expect(error.cause).toBeInstanceOf(SyntaxError);
  expect(error.message).toMatch(/Reading the events of workflow wf_1 failed unexpectedly/);
});
