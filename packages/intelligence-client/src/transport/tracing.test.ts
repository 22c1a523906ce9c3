import { expect, test, vi } from 'vitest';
import type { LogLevel } from './log.ts';
import { connect, failure, GET, json, START, send, serve } from './loopback.testkit.ts';

test('hooks tell of requests, responses and retries, as methods of their object', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) =>
    json(response, {}, number === 1 ? 503 : 200, { 'x-request-id': `req_${number}` }),
  );
  const hooks = {
    events: [] as unknown[],
    onRequest(event: unknown) {
      this.events.push(event);
    },
    onResponse(event: unknown) {
      this.events.push(event);
    },
    onRetry(event: unknown) {
      this.events.push(event);
    },
  };
  await send(connect(server.url, { hooks }), START, { idempotencyKey: 'k' });
  const call = { method: 'POST', url: `${server.url}/v1/things` };
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': 'k' };
  const durationMs = expect.any(Number);
  expect(hooks.events).toEqual([
    { ...call, attempt: 1, idempotencyKey: 'k', headers },
    { ...call, attempt: 1, status: 503, requestId: 'req_1', durationMs },
    { ...call, attempt: 1, delayMs: 0, error: expect.objectContaining({ status: 503, requestId: 'req_1' }) },
    { ...call, attempt: 2, idempotencyKey: 'k', headers },
    { ...call, attempt: 2, status: 200, requestId: 'req_2', durationMs },
  ]);
});

const fail = () => {
  throw new Error('hook');
};

test.each([
  ['throw', fail],
  ['reject', async () => fail()],
])('hooks that %s break no call and are reported', async (_, hook) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) =>
    json(response, { ok: true }, number === 1 ? 503 : 200),
  );
  const error = vi.fn();
  const answer = await send(
    connect(server.url, {
      hooks: { onRequest: hook, onResponse: hook, onRetry: hook },
      logger: { error, warn() {}, info() {}, debug() {} },
      logLevel: 'error',
    }),
  );
  expect(answer).toEqual({ ok: true });
  expect(error.mock.calls).toEqual(Array(5).fill(['[sogni] a hook threw', new Error('hook')]));
});

test('a logger that throws breaks no call', async () => {
  await using server = await serve((response) => json(response, { ok: true }));
  const broken = () => {
    throw new Error('disk full');
  };
  const logger = { error: broken, warn: broken, info: broken, debug: broken };
  expect(await send(connect(server.url, { logger, logLevel: 'debug' }))).toEqual({ ok: true });
});

test.each([
  ['off', []],
  ['error', []],
  ['warn', []],
  ['info', ['info']],
  ['debug', ['debug', 'debug', 'info', 'debug', 'debug']],
] satisfies [LogLevel, string[]][])('level %s prints %j', async (logLevel, expected) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) => json(response, {}, number === 1 ? 502 : 200));
  const levels: string[] = [];
  const at = (level: string) => () => void levels.push(level);
  const logger = { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
  await send(connect(server.url, { logger, logLevel }));
  expect(levels).toEqual(expected);
});

test('nothing is printed unless asked for', async () => {
  const prints = (['log', 'error', 'warn', 'info', 'debug'] as const).map((name) => vi.spyOn(console, name));
  await using server = await serve((response) => json(response, {}, 400));
  await failure(send(connect(server.url), GET));
  for (const print of prints) expect(print).not.toHaveBeenCalled();
});

test('the console is where lines go by default', async () => {
  const debug = vi.spyOn(console, 'debug').mockImplementation(() => {});
  await using server = await serve((response) => json(response, {}));
  await send(connect(server.url, { logLevel: 'debug' }));
  expect(debug).toHaveBeenCalledTimes(2);
});
