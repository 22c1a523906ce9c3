import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { SogniClient } from '../client.ts';
import { CANARY, connect, failure, GET, json, send, serve, serveRaw } from './loopback.testkit.ts';
import { redactCause, redactHeaders, redactText } from './secrets.ts';

/** Everything a program is likely to print of a value. */
function printed(value: unknown): string {
  const seen = inspect(value, { depth: 20, showHidden: true, getters: true });
  const stack = value instanceof Error ? `${value.stack} ${String(value)}` : '';
  return [seen, JSON.stringify(value), stack].join('\n');
}

test('neither a client nor its transport shows the credential', () => {
  const client = new SogniClient({ apiKey: CANARY, headers: { 'x-secret': CANARY } });
  for (const value of [
    client,
    client.transport,
    client.transport.options,
    client.withOptions({ timeout: 1 }),
  ])
    expect(printed(value)).not.toContain(CANARY);
});

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Ways in which a server gives back what it was sent. */
const ECHOES: Record<string, Parameters<typeof serve>[0]> = {
  'in an error body': (response, { headers }) => json(response, { message: 'bad key', headers }, 401),
  'in the message of an error': (response, { headers }) =>
    json(response, { status: 'error', message: `not valid: ${headers.authorization}` }, 403),
  'as the name of a field': (response, { headers }) =>
    json(response, { message: 'no', [text(headers.authorization)]: 1 }, 400),
  'with JSON escapes': (response, { headers }) => {
    const escaped = text(headers.authorization).replaceAll('-', '\\u002d');
    response.writeHead(400).end(`{"message":"${escaped}"}`);
  },
  'as plain text': (response, { headers }) => void response.writeHead(400).end(headers.authorization),
  'as a web page': (response, { headers }) =>
    void response.writeHead(502).end(`<p>${headers.authorization}</p>`),
  'in a header': (response, { headers }) => json(response, {}, 400, { 'x-echo': headers.authorization }),
  'in a cookie': (response) => json(response, {}, 400, { 'set-cookie': 'session=secret-cookie' }),
  'as the request id': (response, { headers }) =>
    json(response, {}, 400, { 'x-request-id': headers.authorization }),
  'as the reason phrase': (response, { headers }) =>
    void response.writeHead(400, text(headers.authorization)).end(),
  'as JSON that is cut': (response, { headers }) => void response.end(`{"k":${headers.authorization}`),
  'as the target of a redirect': (response, { headers }) =>
    json(response, {}, 302, { location: `https://${text(headers.authorization).slice(7)}.example/` }),
};

test.each(Object.keys(ECHOES))(
  'a server that repeats the credential %s gets it into no error, hook or log',
  async (how) => {
    const echo = ECHOES[how];
    if (!echo) throw new Error('no such echo');
    await using server = await serve(echo);
    const records: unknown[] = [];
    const record = (...details: unknown[]) => void records.push(details);
    const transport = connect(server.url, {
      maxRetries: 1,
      hooks: { onRequest: record, onResponse: record, onRetry: record },
      logger: { error: record, warn: record, info: record, debug: record },
      logLevel: 'debug',
    });
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const error = await failure(send(transport));
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${CANARY}`);
    expect(records.length).toBeGreaterThan(1);
    const output = printed(error) + records.map(printed).join('\n');
    expect(output).not.toContain(CANARY);
    expect(output).not.toContain('secret-cookie');
  },
);

test('a parser that quotes what it choked on does not give the credential away', async () => {
  await using server = await serveRaw((socket) => {
    socket.once('data', (request) => {
      const header = /authorization: .*/i.exec(String(request))?.[0];
      socket.end(`HTTP/1.1 200 OK\r\nx: y\r\n${header?.replace(':', ' :')}\r\nbroken\u0000\r\n\r\n`);
    });
  });
  const error = await failure(send(connect(server.url, { maxRetries: 0 })));
  expect(error).toMatchObject({ kind: 'connection', cause: expect.any(Error) });
  expect(printed(error)).not.toContain(CANARY);
});

test('a fetch that throws its request back does not give the credential away', async () => {
  const transport = connect('http://127.0.0.1:1', {
    maxRetries: 0,
    fetch: async (_, init) => {
      throw Object.assign(new Error('failed'), { config: { init } });
    },
  });
  const error = await failure(send(transport));
  expect(error).toMatchObject({ kind: 'connection', cause: { message: 'failed' } });
  expect(printed(error)).not.toContain(CANARY);
});

test('a debug log shows the request without secrets', async () => {
  await using server = await serve((response) => json(response, {}, 200, { 'x-api-key': 'k', 'x-a': 'b' }));
  const lines: unknown[][] = [];
  const debug = (...line: unknown[]) => void lines.push(line);
  const logger = { error: debug, warn: debug, info: debug, debug };
  const transport = connect(server.url, { logger, logLevel: 'debug', headers: { 'x-own-token': 'hidden' } });
  await send(transport, {
    ...GET,
    method: 'POST',
    retry: 'once',
    query: { after: 1 },
    body: { url: 'https://s3/x?X-Amz-Signature=abc&b=c' },
  });
  expect(lines).toEqual([
    [
      `[sogni] POST ${server.url}/v1/things?after=1 attempt 1`,
      expect.objectContaining({
        'x-own-token': '[redacted]',
        'idempotency-key': expect.stringMatching(/-4/),
      }),
      '{"url":"https://s3/x?X-Amz-Signature=[redacted]&b=c"}',
    ],
    [
      expect.stringMatching(/^\[sogni\] 200 POST .* in \d+ ms$/),
      expect.objectContaining({ 'x-api-key': '[redacted]', 'x-a': 'b' }),
    ],
  ]);
});

test('hooks and logs show no signature of a URL', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await using server = await serve((response, { number }) => json(response, {}, number === 1 ? 503 : 200));
  const records: unknown[] = [];
  const record = (...details: unknown[]) => void records.push(details);
  const transport = connect(server.url, {
    hooks: { onRequest: record, onResponse: record, onRetry: record },
    logger: { error: record, warn: record, info: record, debug: record },
    logLevel: 'debug',
  });
  const { release } = await transport.openURL(`${server.url}/file?X-Amz-Signature=ab12&part=1`);
  release();
  expect(server.seen[0]?.url).toContain('ab12');
  expect(records).toHaveLength(10);
  expect(printed(records)).not.toContain('ab12');
  expect(printed(records)).toContain('part=1');
});

test.each([
  ['https://b.s3.amazonaws.com/k?X-Amz-Credential=AK&X-Amz-Signature=ab12&x=1', ['AK', 'ab12']],
  ['https://storage.googleapis.com/k?X-Goog-Signature=ab12', ['ab12']],
  ['https://x.blob.core.windows.net/k?sv=1&sig=ab%2F12', ['ab%2F12']],
  ['https://d.cloudfront.net/k?Policy=pp&Signature=ab12&Key-Pair-Id=KP', ['pp', 'ab12', 'KP']],
])('the signature of %s is blanked, its path stays', (url, secrets) => {
  const clean = redactText(`see ${url} "`);
  for (const secret of secrets) expect(clean).not.toContain(`=${secret}`);
  expect(clean).toContain(new URL(url).origin);
});

test('headers whose names suggest a secret are blanked, the idempotency key is none', () => {
  const headers = new Headers({
    authorization: 'a',
    'proxy-authorization': 'a',
    cookie: 'a',
    'api-key': 'a',
    'x-amz-security-token': 'a',
    'idempotency-key': 'k',
    'x-token-type': 'spark',
    accept: 'x secret y',
  });
  expect(redactHeaders(headers, ['secret'])).toEqual({
    authorization: '[redacted]',
    'proxy-authorization': '[redacted]',
    cookie: '[redacted]',
    'api-key': '[redacted]',
    'x-amz-security-token': '[redacted]',
    'idempotency-key': 'k',
    'x-token-type': 'spark',
    accept: 'x [redacted] y',
  });
});

test('a cause without a secret stays itself, whatever it holds', () => {
  const cycle: Record<string, unknown> = { code: 'X' };
  cycle.self = cycle;
  for (const cause of [new Error('plain'), cycle, 'text', undefined, null, 7])
    expect(redactCause(cause, [CANARY])).toBe(cause);
});

test.each([
  ['in its text', CANARY],
  ['in its message', new Error(CANARY)],
  ['in the cause of its cause', new Error('a', { cause: new Error('b', { cause: { note: CANARY } }) })],
  ['in headers it carries', { init: { headers: new Headers({ a: CANARY }) } }],
  [
    'behind a getter that throws',
    {
      get note() {
        throw new Error(CANARY);
      },
    },
  ],
])('a cause with a secret %s is replaced', (_, cause) => {
  const safe = redactCause(cause, [CANARY]);
  expect(safe).toBeInstanceOf(Error);
  expect(printed(safe)).not.toContain(CANARY);
});
