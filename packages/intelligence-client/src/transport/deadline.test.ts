import { getEventListeners } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { connect, failure, GET, json, ONCE, START, send, serve, serveRaw } from './loopback.testkit.ts';
import { wait } from './wait.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Timers of this process that are running. */
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

test('a server that never answers is left after the timeout', async () => {
  await using server = await serve(() => {});
  const error = await failure(send(connect(server.url, { maxRetries: 0 }), ONCE, { timeout: 30 }));
  expect(error).toBeInstanceOf(RequestTimeoutError);
  expect(error).toMatchObject({ name: 'TimeoutError', kind: 'timeout', outcome: 'unknown', attempts: 1 });
});

test('the timeout covers the body: dribbling does not extend it', async () => {
  await using server = await serve((response) => {
    response.writeHead(200, { 'x-request-id': 'req_1' });
    const timer = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(timer));
  });
  const error = await failure(send(connect(server.url, { maxRetries: 0, timeout: 1_000 })));
  expect(error).toBeInstanceOf(RequestTimeoutError);
  expect(error).toMatchObject({ retryable: true, outcome: 'rejected', requestId: 'req_1' });
});

test('an error status is told although its body never ends', async () => {
  await using server = await serve((response) => {
    response.writeHead(404).write('{');
  });
  await expect(send(connect(server.url, { timeout: 1_000 }))).rejects.toMatchObject({ status: 404 });
});

test('an open response has no total time', async () => {
  await using server = await serve((response) => {
    response.writeHead(200).write('first');
    setTimeout(() => response.end('last'), 1_500);
  });
  const { response, release } = await connect(server.url).open(GET, { timeout: 1_000 });
  expect(await response.text()).toBe('firstlast');
  release();
});

test('an infinite timeout is none', async () => {
  await using server = await serve((response) => json(response, { ok: true }));
  const transport = connect(server.url, { timeout: Number.POSITIVE_INFINITY });
  expect(await send(transport)).toEqual({ ok: true });
});

test('an aborted signal stops a call before it is sent', async () => {
  await using server = await serve((response) => json(response, {}));
  const error = await failure(send(connect(server.url), START, { signal: AbortSignal.abort('why') }));
  expect(error).toBeInstanceOf(RequestAbortedError);
  expect(error).toMatchObject({ name: 'AbortError', attempts: 0, outcome: 'rejected', cause: 'why' });
  expect(server.seen).toEqual([]);
});

test.each(['credential', 'middleware', 'connecting', 'headers'])(
  'abort settles in the stage: %s',
  async (stage) => {
    await using server = await serveRaw(() => {});
    const controller = new AbortController();
    const forever = () => {
      setImmediate(() => controller.abort());
      return new Promise<never>(() => {});
    };
    const transport = connect(server.url, {
      ...(stage === 'credential' && { accessToken: forever }),
      ...(stage === 'middleware' && { middleware: [forever] }),
      // Even a fetch that ignores its signal holds nothing up.
      ...(stage === 'connecting' && { fetch: forever }),
    });
    if (stage === 'headers') setTimeout(() => controller.abort(), 10);
    const error = await failure(send(transport, GET, { signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortError', kind: 'abort', retryable: false });
    expect(listeners(controller.signal)).toBe(0);
  },
);

test.each([200, 401, 500])('abort settles while the body of a %i arrives', async (status) => {
  const controller = new AbortController();
  await using server = await serve((response) => {
    response.writeHead(status).write('{');
    setTimeout(() => controller.abort(), 20);
  });
  const error = await failure(send(connect(server.url), START, { signal: controller.signal }));
  expect(error).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
  expect(listeners(controller.signal)).toBe(0);
});

test('abort between attempts settles, and tells the outcome of the attempts before', async () => {
  const outcomes: unknown[] = [];
  for (const [status, headers] of [
    [429, { 'retry-after': '30' }],
    [500, {}],
  ] as const) {
    const controller = new AbortController();
    await using server = await serve((response) => json(response, {}, status, headers));
    const transport = connect(server.url, {
      hooks: { onRetry: () => setImmediate(() => controller.abort()) },
    });
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const error = await failure(send(transport, START, { signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortError', attempts: 1 });
    expect(listeners(controller.signal)).toBe(0);
    outcomes.push(Object(error).outcome);
  }
  expect(outcomes).toEqual(['rejected', 'unknown']);
});

test('abort ends the transfer of an open response', async () => {
  await using server = await serve((response) => {
    response.writeHead(200).write('first');
  });
  const controller = new AbortController();
  const { response, release } = await connect(server.url).open(GET, { signal: controller.signal });
  controller.abort();
  await expect(response.text()).rejects.toMatchObject({ name: 'AbortError' });
  release();
  expect(listeners(controller.signal)).toBe(0);
});

test('release frees the socket of an open response, and may be called twice', async () => {
  await using server = await serve((response) => {
    response.writeHead(200).write('first');
  });
  const { release } = await connect(server.url).open(GET);
  expect(server.sockets.size).toBe(1);
  release();
  release();
  await vi.waitFor(() => expect(server.sockets.size).toBe(0), 10_000);
});

test('an abandoned call leaves no socket', async () => {
  await using server = await serve(() => {});
  const controller = new AbortController();
  const call = failure(send(connect(server.url), GET, { signal: controller.signal }));
  await vi.waitFor(() => expect(server.seen).toHaveLength(1), 10_000);
  controller.abort();
  await call;
  await vi.waitFor(() => expect(server.sockets.size).toBe(0), 10_000);
});

test('10,000 calls on one signal leave no listener and no timer behind', async () => {
  const { signal } = new AbortController();
  const statuses = [200, 400];
  let calls = 0;
  const transport = connect('http://127.0.0.1:1', {
    fetch: async () => new Response('{}', { status: statuses[calls++ % 2] ?? 200 }),
  });
  const before = timers();
  for (let round = 0; round < 100; round += 1) {
    await Promise.allSettled(Array.from({ length: 100 }, () => send(transport, GET, { signal })));
  }
  expect(calls).toBe(10_000);
  expect(listeners(signal)).toBe(0);
  // The test runner has timers of its own that come and go.
  expect(timers() - before).toBeLessThan(100);
});

test('a wait lasts as long as it should, and ends early only for its signal', async () => {
  vi.useFakeTimers();
  let isOver = false;
  const waiting = wait(1_000, undefined, () => new Error('aborted')).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;

  const controller = new AbortController();
  const aborted = wait(1_000, controller.signal, (reason) => new Error(String(reason)));
  controller.abort('enough');
  await expect(aborted).rejects.toThrow('enough');
  await expect(wait(1, controller.signal, () => new Error('at once'))).rejects.toThrow('at once');
  expect(vi.getTimerCount()).toBe(0);
});
