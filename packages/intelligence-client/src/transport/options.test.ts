import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SogniClient } from '../client.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { CANARY, connect, failure, GET, json, send, serve } from './loopback.testkit.ts';
import { createTransport } from './transport.ts';

beforeEach(() => {
  vi.stubEnv('SOGNI_API_KEY', '');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What a program without types may pass. */
const untyped = (text: string) => JSON.parse(text);

function refusal(make: () => unknown): InvalidRequestError {
  try {
    make();
  } catch (error) {
    if (error instanceof InvalidRequestError) return error;
    throw error;
  }
  throw new Error('The options were accepted');
}

test.each([
  ['api_key', 'apiKey'],
  ['baseUrl', 'baseURL'],
  ['maxretries', 'maxRetries'],
  ['time-out', 'timeout'],
])('an unknown option %s is named with the one that was meant', (wrong, meant) => {
  const error = refusal(() => createTransport({ [wrong]: 1 }));
  expect(error.message).toContain(`unknown option "${wrong}"; did you mean "${meant}"?`);
  expect(error.issues).toEqual([{ path: wrong, code: 'unknown_option', message: expect.any(String) }]);
});

test('an option nobody could have meant is answered with all there are', () => {
  expect(refusal(() => createTransport(untyped('{"organization":"x"}'))).message).toMatch(
    /known are .*apiKey.*dangerouslyAllowBrowser/,
  );
});

test.each(['__proto__', 'constructor', 'toString'])('%s is no option', (name) => {
  expect(refusal(() => createTransport(untyped(`{"${name}":1}`))).issues).toHaveLength(1);
});

test.each([
  ['{"apiKey":""}', 'apiKey must be a string that is not empty, or a function'],
  ['{"accessToken":5}', 'accessToken must be'],
  ['{"baseURL":" "}', 'baseURL must be a string that is not empty'],
  ['{"allowedHosts":"example.com"}', 'allowedHosts must be a list of host names'],
  ['{"allowedHosts":[1]}', 'allowedHosts must be'],
  ['{"allowUnsafeBaseURL":"1"}', 'allowUnsafeBaseURL must be true or false'],
  ['{"timeout":0}', 'timeout must be milliseconds, more than 0'],
  ['{"timeout":"60s"}', 'timeout must be'],
  ['{"maxRetries":-1}', 'maxRetries must be a whole number of 0 or more'],
  ['{"maxRetries":1.5}', 'maxRetries must be'],
  ['{"maxRetryAfter":-1}', 'maxRetryAfter must be milliseconds, 0 or more'],
  ['{"attribution":[]}', 'attribution must be an object'],
  ['{"fetch":"node-fetch"}', 'fetch must be a function'],
  ['{"headers":{"a":1}}', 'headers must be a plain object of strings'],
  ['{"headers":[["a","b"]]}', 'headers must be'],
  ['{"middleware":[null]}', 'middleware must be a list of functions'],
  ['{"hooks":null}', 'hooks must be an object'],
  ['{"logger":"console"}', 'logger must be an object'],
  ['{"logLevel":"verbose"}', 'logLevel must be one of off, error, warn, info, debug'],
  ['{"validateResponses":"yes"}', 'validateResponses must be true, false, or a function'],
  ['{"dangerouslyAllowBrowser":1}', 'dangerouslyAllowBrowser must be true or false'],
])('%s is refused', (options, words) => {
  expect(refusal(() => createTransport(untyped(options))).message).toContain(words);
});

test('every wrong option is named at once, and no value is repeated', () => {
  const error = refusal(() =>
    createTransport(untyped(`{"apiKey":["${CANARY}"],"timeout":-1,"keys":"${CANARY}"}`)),
  );
  expect(error.issues.map(({ path }) => path)).toEqual(['apiKey', 'timeout', 'keys']);
  expect(JSON.stringify(error)).not.toContain(CANARY);
});

test('a label of 128 characters passes, a longer one does not', () => {
  createTransport({ appSource: 'x'.repeat(128) });
  expect(refusal(() => createTransport({ appSource: 'x'.repeat(129) })).message).toContain('128 characters');
});

test('key and token together are refused', () => {
  expect(refusal(() => createTransport({ apiKey: 'a', accessToken: 'b' })).message).toBe(
    'Pass apiKey or accessToken, not both',
  );
});

test.each(['null', '"sk-canary-5d1f0c7e9a"', '7', '[]'])(
  '%s in place of options is refused by name',
  (value) => {
    const error = refusal(() => new SogniClient(untyped(value)));
    expect(error.message).toBe('The client options must be an object');
  },
);

test.each([
  ['null', 'The request options must be an object'],
  ['"abc"', 'The request options must be an object'],
  ['{"singal":1}', 'unknown option "singal"'],
  ['{"signal":{}}', 'signal must be an AbortSignal'],
  ['{"timeout":-5}', 'timeout must be'],
  ['{"idempotencyKey":""}', 'idempotencyKey must be 1 to 255 visible ASCII characters'],
  ['{"idempotencyKey":"a b"}', 'idempotencyKey must be'],
])('options %s of a call reject it before it is sent', async (options, words) => {
  await using server = await serve((response) => json(response, {}));
  const error = await failure(send(connect(server.url), GET, untyped(options)));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({ message: expect.stringContaining(words), attempts: 0 });
  expect(server.seen).toEqual([]);
});

test('Headers and Map are refused, for their entries would be lost', async () => {
  const transport = connect('http://127.0.0.1:1');
  for (const headers of [new Headers({ a: 'b' }), new Map([['a', 'b']])]) {
    await expect(transport.open(GET, { ...untyped('{}'), headers })).rejects.toThrow('plain object');
  }
});

test.each([
  ['untraced', {}],
  ['traced', { onRequest() {} }],
])('a header value that no header can carry is refused without being repeated (%s)', async (_, hooks) => {
  const transport = connect('http://127.0.0.1:1', { hooks });
  const error = await failure(send(transport, GET, { headers: { 'x-a': `${CANARY}\nü€` } }));
  expect(error).toMatchObject({ name: 'InvalidRequestError', attempts: 0 });
  expect(JSON.stringify(error)).not.toContain(CANARY);
});

test('headers of the client, the call and the transport replace one another whatever their spelling', async () => {
  await using server = await serve((response) => json(response, {}));
  const transport = connect(server.url, {
    appSource: 'app',
    headers: { 'X-One': 'client', 'x-two': 'client' },
  });
  await send(transport, GET, { headers: { 'x-ONE': 'call', 'X-Two': undefined, Accept: 'text/plain' } });
  const headers = server.seen[0]?.headers;
  expect(headers).toMatchObject({ 'x-one': 'call', 'x-app-source': 'app', accept: 'text/plain' });
  expect(headers).not.toHaveProperty('x-two');
});

test('attribution becomes headers, field by field', async () => {
  await using server = await serve((response) => json(response, {}));
  const attribution = { agentFramework: 'crew', agentFrameworkVersion: '1.2', rootOperationId: 'op:1' };
  await send(connect(server.url, { attribution }));
  expect(server.seen[0]?.headers).toMatchObject({
    'x-sogni-agent-framework': 'crew',
    'x-sogni-agent-framework-version': '1.2',
    'x-sogni-root-operation-id': 'op:1',
  });
});

test.each([
  ['a page', () => vi.stubGlobal('window', { document: {} })],
  [
    'a worker',
    () => {
      vi.stubGlobal('WorkerGlobalScope', class {});
      vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' });
    },
  ],
])('%s of a browser may hold a token, but a key only on demand', (_, enter) => {
  enter();
  expect(() => createTransport({ apiKey: CANARY })).toThrow('every visitor of the page could read');
  expect(() => createTransport({ apiKey: () => CANARY })).toThrow(InvalidRequestError);
  createTransport({ apiKey: CANARY, dangerouslyAllowBrowser: true });
  createTransport({ accessToken: 'a.b.c' });
  createTransport();
  vi.stubEnv('SOGNI_API_KEY', CANARY);
  expect(() => createTransport()).toThrow(InvalidRequestError);
});

test('an edge worker is no browser', () => {
  vi.stubGlobal('WorkerGlobalScope', class {});
  vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' });
  createTransport({ apiKey: CANARY });
});

test('a runtime that forbids reading the environment counts as one without', () => {
  const env = new Proxy(
    {},
    {
      get() {
        throw new Error('Requires env access');
      },
    },
  );
  vi.stubGlobal('process', { env });
  expect(createTransport({ apiKey: CANARY }).options.baseURL).toBe('https://api.sogni.ai');
});

test('withOptions keeps the credential and what is not named', async () => {
  await using server = await serve((response) => json(response, {}));
  const transport = connect(server.url, { appSource: 'app' }).withOptions({ maxRetries: 0 });
  await send(transport);
  expect(server.seen[0]?.headers).toMatchObject({ authorization: `Bearer ${CANARY}`, 'x-app-source': 'app' });
  expect(transport.options).toMatchObject({ maxRetries: 0, appSource: 'app' });
});

test('withOptions replaces a credential by one of either kind', async () => {
  await using server = await serve((response) => json(response, {}));
  const byKey = connect(server.url);
  const byToken = byKey.withOptions({ accessToken: 'a.b.c' });
  await send(byToken);
  await send(byToken.withOptions({ apiKey: 'sk-other' }));
  await send(byKey);
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer a.b.c',
    'Bearer sk-other',
    `Bearer ${CANARY}`,
  ]);
  expect(() => byKey.withOptions({ apiKey: 'a', accessToken: 'b' })).toThrow(InvalidRequestError);
});

test('a client shares the transport it is given', async () => {
  const transport = connect('http://127.0.0.1:1');
  expect(new SogniClient(transport).transport).toBe(transport);
});

test('a longer wait than timers hold is never asked for', () => {
  expect(
    connect('http://127.0.0.1:1', { maxRetryAfter: Number.POSITIVE_INFINITY }).options.maxRetryAfter,
  ).toBeLessThan(2 ** 31 - 8_001);
});
