import { expect, test } from 'vitest';
import { createManualClock } from '../src/index.ts';
import { IMAGE_STEP, startApi, WORKFLOWS } from './api.ts';

const WALLET = '0xaaa';
const KEYS = { 'key-a': WALLET, 'key-b': '0xbbb' };

function jwt(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.signature`;
}

test('no credential gives the documented 401', async () => {
  await using api = await startApi();
  const response = await fetch(`${api.emulator.url}${WORKFLOWS}`);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({
    status: 'error',
    errorCode: 101,
    message: 'Authorization header or auth cookie required',
  });
});

test.each([
  ['api-key header', { 'api-key': 'key-a' }],
  ['bearer key', { authorization: 'Bearer key-a' }],
  ['bearer in any case', { authorization: 'bEaReR key-a' }],
  ['both headers', { 'api-key': 'key-a', authorization: 'Bearer key-a' }],
  ['bearer token', { authorization: `Bearer ${jwt({ addr: WALLET, exp: 4_000_000_000 })}` }],
  ['bare token', { authorization: jwt({ addr: WALLET }) }],
  ['cookie', { cookie: `theme=dark; authorization=${jwt({ addr: WALLET })}` }],
])('the %s is accepted and leads to its wallet', async (_, headers) => {
  await using api = await startApi({ apiKeys: KEYS });
  const response = await fetch(`${api.emulator.url}/v1/account/me`, { headers });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ data: { walletAddress: WALLET } });
});

test.each([
  ['an unknown key', { authorization: 'Bearer nobody' }, 'apiKeys'],
  ['a token of an unknown wallet', { authorization: jwt({ addr: '0xother' }) }, 'no wallet'],
  ['an expired token', { authorization: jwt({ addr: WALLET, exp: 1 }) }, 'expired'],
  ['a key in the cookie', { cookie: 'authorization=key-a' }, 'required'],
  ['a token that does not decode', { authorization: 'a.b.c' }, 'required'],
])('%s is refused', async (_, headers, hint) => {
  await using api = await startApi({ apiKeys: KEYS });
  const response = await fetch(`${api.emulator.url}/v1/account/me`, { headers });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errorCode: 101, message: expect.stringContaining(hint) });
});

test('a token expires by the clock of the emulator', async () => {
  const clock = createManualClock();
  await using api = await startApi({ apiKeys: KEYS, clock });
  const headers = { authorization: jwt({ addr: WALLET, exp: clock.now() / 1000 + 60 }) };
  expect((await fetch(`${api.emulator.url}/v1/account/me`, { headers })).status).toBe(200);
  await clock.advance(60_000);
  expect((await fetch(`${api.emulator.url}/v1/account/me`, { headers })).status).toBe(401);
});

test('a start needs a key; a token may read', async () => {
  await using api = await startApi({ apiKeys: KEYS });
  const authorization = jwt({ addr: WALLET });
  const answer = await api.start({ input: { steps: [IMAGE_STEP] } }, { authorization });
  expect(answer.status).toBe(403);
  expect(answer.body.message).toContain('API key');
  expect((await api.call('GET', WORKFLOWS, undefined, { authorization })).status).toBe(200);
});

test("another wallet's workflow does not exist, on every route", async () => {
  await using api = await startApi({ apiKeys: KEYS });
  const { workflowId } = await api.run([IMAGE_STEP]);
  const stranger = { authorization: 'Bearer key-b' };
  const paths = ['', '/events', '/events/stream'].map((path) => ['GET', path] as const);
  const actions = ['/cancel', '/resume', '/reseed', '/confirm-cost'].map((path) => ['POST', path] as const);
  for (const [method, path] of [...paths, ...actions]) {
    const answer = await api.call(method, `${WORKFLOWS}/${workflowId}${path}`, undefined, stranger);
    expect([path, answer.status, answer.body.errorCode]).toEqual([path, 404, 104]);
    expect(answer.body.message).toContain(workflowId);
  }
  const list = await api.call<{ workflows: unknown[] }>('GET', WORKFLOWS, undefined, stranger);
  expect(list.body.data.workflows).toEqual([]);
});

test('a key is nowhere in what is kept or sent back', async () => {
  await using api = await startApi({ apiKeys: { 'sk-canary-1234567890': WALLET } });
  const record = await api.run([IMAGE_STEP], { token_type: 'spark' });
  expect(JSON.stringify(record)).not.toContain('canary');
});
