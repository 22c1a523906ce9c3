import type { ServerResponse } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { isSogniError, type Outcome } from '../errors/sogni-error.ts';
import type { RetryEvent } from './hooks.ts';
import {
  closedPort,
  connect,
  failure,
  GET,
  json,
  ONCE,
  START,
  send,
  serve,
  serveRaw,
} from './loopback.testkit.ts';
import type { Transport } from './types.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const SPECS = { keyed: START, idempotent: GET, once: ONCE };

/** Attempts, outcome and whether it is worth trying again, for each class of call. */
interface Row {
  keyed: [attempts: number, outcome: Outcome, retryable: boolean];
  idempotent: [attempts: number, outcome: Outcome, retryable: boolean];
  once: [attempts: number, outcome: Outcome, retryable: boolean];
}

/** The server may have acted, and says no more: only what can be repeated safely is. */
const doubtful: Row = {
  keyed: [3, 'unknown', true],
  idempotent: [3, 'rejected', true],
  once: [1, 'unknown', false],
};
/** The server certainly did nothing, and may do it later. */
const refused: Row = {
  keyed: [3, 'rejected', true],
  idempotent: [3, 'rejected', true],
  once: [3, 'rejected', true],
};
const final: Row = {
  keyed: [1, 'rejected', false],
  idempotent: [1, 'rejected', false],
  once: [1, 'rejected', false],
};

const status =
  (code: number, body: unknown = {}, headers = {}) =>
  (response: ServerResponse) =>
    json(response, body, code, headers);

const ANSWERS: [name: string, answer: (response: ServerResponse) => void, row: Row][] = [
  ['408', status(408), doubtful],
  ['425', status(425), refused],
  ['429', status(429), refused],
  ['429 with Retry-After', status(429, {}, { 'retry-after': '0' }), refused],
  ['500', status(500), doubtful],
  ['502', status(502), doubtful],
  ['503', status(503), doubtful],
  ['503 with Retry-After', status(503, {}, { 'retry-after': '0' }), refused],
  ['503 with retryAfter in the body', status(503, { retryAfter: 0 }), refused],
  ['504', status(504), doubtful],
  ['524', status(524), doubtful],
  ['400', status(400), final],
  ['404', status(404), final],
  ['409', status(409), final],
  ['501', status(501), { ...final, keyed: [1, 'unknown', false], once: [1, 'unknown', false] }],
  [
    '4079',
    status(429, { status: 'error', errorCode: 4079, retryAfter: 0 }),
    { keyed: [3, 'rejected', true], idempotent: [1, 'rejected', true], once: [1, 'rejected', true] },
  ],
  ['4080', status(503, { status: 'error', errorCode: 4080, retryAfter: 0 }), final],
  [
    'a body cut within its announced length',
    (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a":', () => response.socket?.destroy());
    },
    doubtful,
  ],
  ['JSON that ends early', (response) => response.end('{"a":'), doubtful],
  ['a reset after the request', (response) => response.socket?.resetAndDestroy(), doubtful],
  ['a clean close after the request', (response) => response.socket?.destroy(), doubtful],
  ['a timeout', () => {}, doubtful],
];

const CASES = ANSWERS.flatMap(([name, answer, row]) =>
  (['keyed', 'idempotent', 'once'] as const).map((kind) => ({ name, kind, answer, expected: row[kind] })),
);

test.each(CASES)('$name, $kind: $expected', async ({ name, kind, answer, expected }) => {
  await using server = await serve((response) => answer(response));
  const transport = connect(server.url, { timeout: name === 'a timeout' ? 40 : 5_000 });
  const error = await failure(send(transport, SPECS[kind]));
  if (!isSogniError(error)) throw error;
  const [attempts, outcome, retryable] = expected;
  expect(error).toMatchObject({ attempts, outcome, retryable });
  expect(server.seen).toHaveLength(attempts);
  // Every attempt is the same request.
  const key = error.idempotencyKey;
  expect(key === undefined).toBe(kind === 'idempotent');
  for (const { headers, body, method } of server.seen) {
    expect(headers['idempotency-key']).toBe(key);
    expect({ body, method }).toEqual({ body: server.seen[0]?.body, method: SPECS[kind].method });
  }
});

test.each(['keyed', 'idempotent', 'once'] as const)(
  'a refused connection is tried again: %s',
  async (kind) => {
    const error = await failure(send(connect(await closedPort()), SPECS[kind]));
    expect(error).toMatchObject({ kind: 'connection', attempts: 3, outcome: 'rejected', retryable: true });
  },
);

test.each([
  ['keyed', 3],
  ['once', 1],
] as const)(
  'a connection reset before the request is read may have carried it: %s',
  async (kind, attempts) => {
    let connections = 0;
    await using server = await serveRaw((socket) => {
      connections += 1;
      socket.resetAndDestroy();
    });
    const error = await failure(send(connect(server.url), SPECS[kind]));
    expect(error).toMatchObject({ kind: 'connection', attempts, outcome: 'unknown' });
    expect(connections).toBe(attempts);
  },
);

test('in a browser nothing proves that no byte has left', async () => {
  vi.stubGlobal('window', { document: {} });
  const transport = connect(await closedPort(), { dangerouslyAllowBrowser: true });
  const error = await failure(send(transport, ONCE));
  vi.unstubAllGlobals();
  expect(error).toMatchObject({ attempts: 1, outcome: 'unknown', retryable: false });
});

test.each([
  [502, 400],
  [500, 429],
  [504, 503],
])(
  'a keyed write that was in doubt after %i stays so when a later attempt gets %i',
  async (first, second) => {
    await using server = await serve((response, { number }) =>
      json(response, { retryAfter: 0 }, number === 1 ? first : second),
    );
    await expect(send(connect(server.url, { maxRetries: 1 }), START)).rejects.toMatchObject({
      attempts: 2,
      outcome: 'unknown',
      hint: expect.stringContaining('idempotency key'),
    });
  },
);

test('a call that succeeds in the end says nothing of its failures', async () => {
  await using server = await serve((response, { number }) =>
    number < 3 ? json(response, {}, 503) : json(response, { ok: true }),
  );
  expect(await send(connect(server.url))).toEqual({ ok: true });
});

test('maxRetries 0 sends once; that of a call wins over that of the client', async () => {
  await using server = await serve((response) => json(response, {}, 502));
  const transport = connect(server.url, { maxRetries: 0 });
  await failure(send(transport));
  expect(server.seen).toHaveLength(1);
  await failure(send(transport, GET, { maxRetries: 1 }));
  expect(server.seen).toHaveLength(3);
});

test('keys are random, one a call; a key of the caller is used as it is', async () => {
  await using server = await serve((response) => json(response, {}));
  const transport = connect(server.url);
  await send(transport, START);
  await send(transport, ONCE);
  await send(transport, START, { idempotencyKey: 'mine' });
  await send(transport, START, { headers: { 'Idempotency-Key': 'by-header' } });
  const keys = server.seen.map(({ headers }) => String(headers['idempotency-key']));
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(keys).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid), 'mine', 'by-header']);
  expect(keys[0]).not.toBe(keys[1]);
});

test('a key among the headers of a client is not shared by its calls', async () => {
  await using server = await serve((response) => json(response, {}));
  const transport = connect(server.url, { headers: { 'Idempotency-Key': 'shared' } });
  await send(transport, START);
  await send(transport, START, { headers: { 'idempotency-key': '' } });
  const keys = server.seen.map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(2);
  expect(keys).not.toContain('shared');
  expect(keys).not.toContain('');
});

test('the key cannot be taken off a write: retrying it would not be safe', async () => {
  await using server = await serve((response) => json(response, {}, 400));
  const error = await failure(
    send(connect(server.url), START, { headers: { 'idempotency-key': undefined } }),
  );
  expect(server.seen[0]?.headers['idempotency-key']).toBe(Object(error).idempotencyKey);
  expect(server.seen[0]?.headers['idempotency-key']).toEqual(expect.any(String));
});

/** The first wait that a call is about to make; the call is then abandoned. */
async function firstDelay(
  connectWith: (hooks: { onRetry(event: RetryEvent): void }) => Transport,
): Promise<number> {
  const controller = new AbortController();
  const delays: number[] = [];
  const transport = connectWith({
    onRetry({ delayMs }) {
      delays.push(delayMs);
      controller.abort();
    },
  });
  await failure(send(transport, GET, { signal: controller.signal }));
  return delays[0] ?? Number.NaN;
}

test.each([
  ['seconds', { 'retry-after': '3' }, {}, 3_000],
  ['a body', {}, { retryAfter: 1.25 }, 1_250],
  ['a wrapped body', {}, { data: { retryAfter: 2 } }, 2_000],
])('the wait that %s ask for is never undercut', async (_, headers, body, least) => {
  await using server = await serve((response) => json(response, body, 503, headers));
  expect(await firstDelay((hooks) => connect(server.url, { hooks }))).toBe(least);
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(await firstDelay((hooks) => connect(server.url, { hooks }))).toBe(least + 250);
});

test('a date is waited for to the full second', async () => {
  const date = new Date(Date.now() + 20_000).toUTCString();
  await using server = await serve((response) => json(response, {}, 429, { 'retry-after': date }));
  const delay = await firstDelay((hooks) => connect(server.url, { hooks }));
  expect(Date.now() + delay).toBeGreaterThanOrEqual(Date.parse(date));
  expect(delay).toBeLessThanOrEqual(21_000);
});

test('a wait above the cap fails at once, with the value', async () => {
  await using server = await serve((response) => json(response, { retryAfter: 60.001 }, 429));
  const onRetry = vi.fn();
  const error = await failure(send(connect(server.url, { hooks: { onRetry } })));
  expect(error).toMatchObject({ name: 'RateLimitError', attempts: 1, retryAfterMs: 60_001, retryable: true });
  expect(onRetry).not.toHaveBeenCalled();
});

test('the cap can be set', async () => {
  await using server = await serve((response) => json(response, { retryAfter: 0.002 }, 429));
  await expect(send(connect(server.url, { maxRetryAfter: 1 }))).rejects.toMatchObject({ attempts: 1 });
  await expect(send(connect(server.url, { maxRetryAfter: 2 }))).rejects.toMatchObject({ attempts: 3 });
});
