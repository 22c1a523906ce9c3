import { expect, test } from 'vitest';
import { GOLDEN } from '../../fixtures/golden.ts';
import { routesOf, startReplay } from '../../fixtures/replay-server.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { createAccount } from './api.ts';

const profile = { username: 'alice', walletAddress: '0xA11CE', currentEmail: null, emailVerified: true };

test('the profile, the balance and the subscription are read out of their envelopes', async () => {
  await using server = await startReplay({
    ...routesOf(GOLDEN.balance, GOLDEN.subscription),
    'GET /v1/account/me': { body: { status: 'success', data: profile } },
  });
  const account = createAccount({ ...server.clientOptions, validateResponses: true });
  expect(await account.me()).toEqual(profile);
  expect(await account.balance()).toEqual(GOLDEN.balance.response.body.data);
  expect(await account.subscription()).toEqual({ active: false, status: 'none' });
  expect(server.lines()).toEqual([
    'GET /v1/account/me',
    'GET /v4/account/balance',
    'GET /v1/subscriptions/status',
  ]);
  for (const { headers } of server.requests) expect(headers.authorization).toBe('Bearer sk-demo-0001');
});

test('a JWT goes as a bearer credential too', async () => {
  await using server = await startReplay(routesOf(GOLDEN.balance));
  const { apiKey: _, ...rest } = server.clientOptions;
  await createAccount({ ...rest, accessToken: 'header.payload.signature' }).balance();
  expect(server.requests[0]?.headers.authorization).toBe('Bearer header.payload.signature');
});

test('an unknown credential is told', async () => {
  await using server = await startReplay({ 'GET /v1/account/me': GOLDEN.unauthenticated.response });
  await expect(createAccount(server.clientOptions).me()).rejects.toBeInstanceOf(AuthenticationError);
});

test('without a credential nothing is sent', async () => {
  await using server = await startReplay({});
  const { apiKey: _, ...anonymous } = server.clientOptions;
  await expect(createAccount(anonymous).balance()).rejects.toMatchObject({ name: 'InvalidRequestError' });
  expect(server.requests).toEqual([]);
});

test.each([
  ['me', '/v1/account/me', { username: 'alice' }],
  ['balance', '/v4/account/balance', { sogni: {} }],
  ['subscription', '/v1/subscriptions/status', { subscription: { active: true } }],
] as const)('%s refuses an answer that lacks what it promises', async (method, path, data) => {
  await using server = await startReplay({ [`GET ${path}`]: { body: { status: 'success', data } } });
  await expect(createAccount(server.clientOptions)[method]()).rejects.toMatchObject({
    name: 'ResponseValidationError',
  });
});
