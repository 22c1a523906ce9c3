import { expect, test } from 'vitest';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

const WALLET = '0xaaa';
const KEYS = { 'key-a': WALLET };
const VENDOR_STEP = { toolName: 'generate_image', arguments: { prompt: 'x', model: 'gpt-image-2' } };

interface Balances {
  sogni: Record<string, string>;
  spark: Record<string, string>;
}

test('finished steps are debited once, in the token of the request', async () => {
  await using api = await startApi({
    apiKeys: KEYS,
    balances: { [WALLET]: { sogni: 100, spark: 400, premiumSpark: 250 } },
  });
  const { workflowId } = await api.run(KEYFRAME_TO_CLIP, { token_type: 'spark' });
  const { body } = await api.call<Balances>('GET', '/v4/account/balance');
  expect(body.data).toEqual({
    sogni: { settled: '100', credit: '0', debit: '0', net: '100', relaxedUnclaimed: '0', fastUnclaimed: '0' },
    spark: {
      settled: '400',
      credit: '0',
      debit: '7',
      net: '393',
      relaxedUnclaimed: '0',
      fastUnclaimed: '0',
      premiumCredit: '250',
    },
  });
  expect(api.emulator.store.debits(workflowId).map(({ step, token, units }) => [step, token, units])).toEqual(
    [
      ['keyframe', 'spark', 1],
      ['clip', 'spark', 6],
    ],
  );
});

test('with "auto" native models are paid in SOGNI and vendor models in premium Spark', async () => {
  await using api = await startApi({
    apiKeys: KEYS,
    balances: { [WALLET]: { sogni: 10, spark: 20, premiumSpark: 5 } },
  });
  await api.run([IMAGE_STEP, VENDOR_STEP], { token_type: 'auto' });
  expect(api.emulator.store.balance(WALLET)).toEqual({
    sogni: 9,
    sogniSpent: 1,
    spark: 19,
    sparkSpent: 1,
    premiumSpark: 4,
  });
});

test('a vendor model without premium Spark is refused before any step', async () => {
  await using api = await startApi({ apiKeys: KEYS, balances: { [WALLET]: { premiumSpark: 0 } } });
  const answer = await api.start({ input: { steps: [VENDOR_STEP] } });
  expect(answer.status).toBe(402);
  expect(answer.body.message).toContain('premium Spark');
});

test('strict subscription billing is refused without a plan', async () => {
  await using api = await startApi();
  const answer = await api.start({ input: { steps: [IMAGE_STEP] }, billing_mode: 'subscription' });
  expect([answer.status, answer.body.errorCode]).toEqual([402, 4078]);
});

test('a run without credit is accepted, pauses, and goes on when resumed in a token that is there', async () => {
  await using api = await startApi({ apiKeys: KEYS, balances: { [WALLET]: { sogni: 1, spark: 50 } } });
  const record = await api.run(KEYFRAME_TO_CLIP, { token_type: 'sogni' });
  expect(record).toMatchObject({
    status: 'waiting_for_user',
    waitingReason: 'insufficient_credit',
    awaitingCostApproval: false,
  });
  expect(record.steps.map(({ status }) => status)).toEqual(['completed', 'queued']);
  expect(record.events.at(-1)).toMatchObject({
    type: 'workflow_waiting_for_user',
    data: { waitingReason: 'insufficient_credit' },
  });

  const stream = await fetch(`${api.emulator.url}${WORKFLOWS}/${record.workflowId}/events/stream`, {
    headers: { 'api-key': 'key-a' },
  });
  expect(await stream.text()).toContain('"status":"waiting_for_user"}\n\n');

  const resumed = await api.call<{ resumed: boolean }>('POST', `${WORKFLOWS}/${record.workflowId}/resume`, {
    token_type: 'spark',
  });
  expect([resumed.status, resumed.body.data.resumed]).toEqual([202, true]);
  expect((await api.settled(record.workflowId)).status).toBe('completed');
  expect(api.emulator.store.stepEffects(record.workflowId)).toEqual({ keyframe: 1, clip: 1 });
});

test('two runs cannot spend the same coin', async () => {
  await using api = await startApi({ apiKeys: KEYS, stepDelay: 20, balances: { [WALLET]: { sogni: 1 } } });
  const records = await Promise.all([1, 2].map(() => api.run([IMAGE_STEP], { token_type: 'sogni' })));
  expect(records.map(({ status }) => status).sort()).toEqual(['completed', 'waiting_for_user']);
  expect(api.emulator.store.balance(WALLET).sogni).toBe(0);
});

test('the active limit answers 409 with both numbers, and ends with a workflow', async () => {
  await using api = await startApi({ stepDelay: 60_000, activeWorkflowLimit: 2 });
  const first = await api.start({ input: { steps: [IMAGE_STEP] } });
  await api.start({ input: { steps: [IMAGE_STEP] } });
  const refused = await api.start({ input: { steps: [IMAGE_STEP] } });
  expect(refused.status).toBe(409);
  expect(refused.body.details).toEqual({ activeWorkflowCount: 2, activeWorkflowLimit: 2 });
  expect(refused.headers.get('retry-after')).toBeNull();
  await api.call('POST', `${WORKFLOWS}/${first.body.data.workflow.workflowId}/cancel`);
  expect((await api.start({ input: { steps: [IMAGE_STEP] } })).status).toBe(201);
});
