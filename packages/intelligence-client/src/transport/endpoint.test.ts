import { beforeEach, expect, test, vi } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { UnsafeURLError } from '../errors/unsafe-url-error.ts';
import { CANARY, connect, GET, json, send, serve } from './loopback.testkit.ts';
import type { ClientOptions } from './options.ts';
import { createTransport } from './transport.ts';

const VARIABLES = [
  'SOGNI_API_BASE_URL',
  'SOGNI_REST_ENDPOINT',
  'SOGNI_SOCKET_ENDPOINT',
  'SOGNI_API_ALLOWED_HOSTS',
  'SOGNI_ALLOW_UNSAFE_API_BASE_URL',
];

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, '');
});

const resolve = (options: ClientOptions = {}) => createTransport({ apiKey: CANARY, ...options }).options;

test('the default is the production host and its socket host', () => {
  expect(resolve()).toMatchObject({ baseURL: 'https://api.sogni.ai', socketURL: 'https://socket.sogni.ai' });
});

test.each([
  ['https://api.sogni.ai/v1', 'https://api.sogni.ai'],
  ['https://api.sogni.ai/v1/', 'https://api.sogni.ai'],
  ['https://API.Sogni.ai', 'https://api.sogni.ai'],
  ['https://api-staging.sogni.ai/v1', 'https://api-staging.sogni.ai'],
  ['https://api.sogni.ai/gateway/', 'https://api.sogni.ai/gateway'],
  ['https://api.sogni.ai/gateway/v1', 'https://api.sogni.ai/gateway'],
  ['https://api.sogni.ai/v1?key=1#top', 'https://api.sogni.ai'],
])('%s is used as %s', (baseURL, expected) => {
  expect(resolve({ baseURL }).baseURL).toBe(expected);
});

test.each([
  'https://example.com',
  'https://api.sogni.ai.example.com',
  'https://sogni.ai',
  'https://xapi.sogni.ai',
  'https://api.sogni.ai.',
  'http://api.sogni.ai',
  'http://localhost:4000',
  'https://localhost',
  'https://localhost.',
  'https://my.localhost',
  'https://127.0.0.1',
  'https://127.1',
  'https://0x7f000001',
  'https://2130706433',
  'https://127.8.9.10:8443',
  'https://[::1]:8443',
  'ftp://api.sogni.ai',
  'file:///etc/passwd',
])('%s may not receive the credential', (baseURL) => {
  expect(() => resolve({ baseURL })).toThrow(UnsafeURLError);
});

test.each(['https://user@api.sogni.ai', 'https://:password@api.sogni.ai', 'http://user:pw@localhost'])(
  'embedded credentials in %s are refused even when unsafe addresses are allowed, and not repeated',
  (baseURL) => {
    expect(() => resolve({ baseURL, allowUnsafeBaseURL: true })).toThrow(
      new UnsafeURLError(
        'baseURL holds a user name or password; credentials go into apiKey or accessToken only',
      ),
    );
  },
);

test('another scheme is refused even when unsafe addresses are allowed', () => {
  expect(() => resolve({ baseURL: 'ftp://localhost', allowUnsafeBaseURL: true })).toThrow(UnsafeURLError);
});

test.each(['api.sogni.ai', 'not a url', '/v1', 'https://'])('%s is no URL', (baseURL) => {
  expect(() => resolve({ baseURL })).toThrow(InvalidRequestError);
});

test.each([
  [['example.com'], 'https://example.com'],
  [['example.com'], 'https://example.com:8443'],
  [['other.org', ' EXAMPLE.com '], 'https://example.com/api'],
  [['example.com:8443'], 'https://example.com:8443'],
])('allowedHosts %j lets %s receive the credential', (allowedHosts, baseURL) => {
  expect(resolve({ baseURL, allowedHosts }).baseURL).toBe(baseURL);
});

test.each([
  [['example.com:8443'], 'https://example.com'],
  [['example.com'], 'https://www.example.com'],
  [['example.com'], 'http://example.com'],
  [['localhost'], 'https://localhost'],
])('allowedHosts %j does not cover %s', (allowedHosts, baseURL) => {
  expect(() => resolve({ baseURL, allowedHosts })).toThrow(UnsafeURLError);
});

test('the environment names hosts and allows unsafe addresses; options win over it', () => {
  vi.stubEnv('SOGNI_API_ALLOWED_HOSTS', 'one.example, two.example');
  expect(resolve({ baseURL: 'https://two.example' }).baseURL).toBe('https://two.example');
  expect(() => resolve({ baseURL: 'https://two.example', allowedHosts: [] })).toThrow(UnsafeURLError);

  vi.stubEnv('SOGNI_ALLOW_UNSAFE_API_BASE_URL', '1');
  expect(resolve({ baseURL: 'http://localhost:1' }).baseURL).toBe('http://localhost:1');
  expect(() => resolve({ baseURL: 'http://localhost:1', allowUnsafeBaseURL: false })).toThrow(UnsafeURLError);
});

test.each(['true', 'yes', '0'])('SOGNI_ALLOW_UNSAFE_API_BASE_URL=%s allows nothing', (value) => {
  vi.stubEnv('SOGNI_ALLOW_UNSAFE_API_BASE_URL', value);
  expect(() => resolve({ baseURL: 'http://localhost:1' })).toThrow(UnsafeURLError);
});

test('the base URL comes from either variable, the newer name first', () => {
  vi.stubEnv('SOGNI_REST_ENDPOINT', 'https://api-staging.sogni.ai/rest');
  expect(resolve().baseURL).toBe('https://api-staging.sogni.ai/rest');
  vi.stubEnv('SOGNI_API_BASE_URL', 'https://api-staging.sogni.ai/base');
  expect(resolve().baseURL).toBe('https://api-staging.sogni.ai/base');
});

test.each(['wss://socket.sogni.ai', 'https://socket.sogni.ai'])(
  'the socket host may be written as %s',
  (url) => {
    expect(resolve({ socketURL: url }).socketURL).toBe('https://socket.sogni.ai');
    vi.stubEnv('SOGNI_SOCKET_ENDPOINT', url);
    expect(resolve({ baseURL: 'https://api-staging.sogni.ai' }).socketURL).toBe('https://socket.sogni.ai');
  },
);

test('an emulator answers for the socket host too, unless one is named', () => {
  const options = { baseURL: 'http://localhost:1', allowUnsafeBaseURL: true };
  expect(resolve(options).socketURL).toBe('http://localhost:1');
  expect(() => resolve({ socketURL: 'https://example.com' })).toThrow(UnsafeURLError);
});

test('requests of the socket host go there, with the credential and the prefix', async () => {
  await using rest = await serve((response) => json(response, {}));
  await using socket = await serve((response) => json(response, {}));
  const transport = connect(`${rest.url}/rest/v1`, { socketURL: `${socket.url}/sock/` });
  await send(transport);
  await send(transport, { ...GET, path: '/api/v1/models/list', host: 'socket' });
  expect(rest.seen.map(({ url }) => url)).toEqual(['/rest/v1/things']);
  expect(socket.seen.map(({ url }) => url)).toEqual(['/sock/api/v1/models/list']);
  expect(socket.seen[0]?.headers.authorization).toBe(`Bearer ${CANARY}`);
});
