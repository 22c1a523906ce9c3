import { expect, test } from 'vitest';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

const PLAN = { input: { steps: [IMAGE_STEP] } };

test.each(['idempotency-key', 'x-idempotency-key'])(
  '%s: the same key again returns the first workflow',
  async (header) => {
    await using api = await startApi();
    const first = await api.start(PLAN, { [header]: 'k' });
    const again = await api.start({ input: { steps: KEYFRAME_TO_CLIP } }, { [header]: 'k' });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.body.data).not.toHaveProperty('idempotent');
    expect(again.body.data.idempotent).toBe(true);
    expect(again.body.data.workflow.workflowId).toBe(first.body.data.workflow.workflowId);
    expect(api.emulator.store.workflowsStarted('k')).toBe(1);
  },
);

test('fifty starts at once under one key start one workflow', async () => {
  await using api = await startApi({ activeWorkflowLimit: 100 });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => api.start(PLAN, { 'idempotency-key': 'burst' })),
  );
  expect(new Set(answers.map(({ body }) => body.data.workflow.workflowId)).size).toBe(1);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(api.emulator.store.workflowsStarted('burst')).toBe(1);
});

test('keys belong to a wallet and to a kind of route', async () => {
  await using api = await startApi({ apiKeys: { 'key-a': '0xa', 'key-b': '0xb' } });
  const first = await api.start(PLAN, { 'idempotency-key': 'k' });
  const other = await api.start(PLAN, { 'idempotency-key': 'k', authorization: 'Bearer key-b' });
  expect(other.status).toBe(201);
  await api.settled(first.body.data.workflow.workflowId);
  const reseed = await api.call(
    'POST',
    `${WORKFLOWS}/${first.body.data.workflow.workflowId}/reseed`,
    {},
    { 'idempotency-key': 'k' },
  );
  expect(reseed.status).toBe(201);
});

test('a refused start does not use its key up', async () => {
  await using api = await startApi();
  expect((await api.start({ input: {} }, { 'idempotency-key': 'k' })).status).toBe(400);
  expect((await api.start(PLAN, { 'idempotency-key': 'k' })).status).toBe(201);
});
