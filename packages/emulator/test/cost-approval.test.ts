import { expect, test } from 'vitest';
import { createManualClock } from '../src/index.ts';
import { KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

const PLAN = { input: { steps: KEYFRAME_TO_CLIP }, token_type: 'spark' };

async function waiting(options = {}) {
  const api = await startApi({ requireCostApproval: true, ...options });
  const started = await api.start(PLAN, { 'idempotency-key': 'one' });
  const { workflow, preview } = started.body.data;
  const confirm = (body?: unknown, headers = {}) =>
    api.call<{ workflow: { status: string } }>(
      'POST',
      `${WORKFLOWS}/${workflow.workflowId}/confirm-cost`,
      body,
      headers,
    );
  return { ...api, started, workflow, preview, confirm, [Symbol.asyncDispose]: () => api.emulator.close() };
}

test('a start without confirm_cost waits with a preview, and nothing runs', async () => {
  await using api = await waiting();
  expect(api.started.status).toBe(202);
  expect(api.started.body.data).toMatchObject({
    waitingForCostApproval: true,
    preview: {
      totalEstimatedCapacityUnits: 7,
      tokenType: 'spark',
      perStageBreakdown: [
        { stageId: 'keyframe', units: 1 },
        { stageId: 'clip', units: 6 },
      ],
    },
    workflow: {
      status: 'waiting_for_user',
      waitingReason: 'cost_approval_required',
      awaitingCostApproval: true,
    },
  });
  const record = await api.get(api.workflow.workflowId);
  expect(record.billingPreview).toEqual(api.preview);
  expect(record.events.map(({ type }) => type)).toEqual(['workflow_started', 'workflow_waiting_for_user']);
  expect(api.emulator.store.stepEffects(api.workflow.workflowId)).toEqual({});
  const replayed = await api.start(PLAN, { 'idempotency-key': 'one' });
  expect(replayed.body.data).toMatchObject({ waitingForCostApproval: true, preview: api.preview });
});

test('confirm_cost: true runs at once', async () => {
  await using api = await waiting();
  expect((await api.start({ ...PLAN, confirm_cost: true })).status).toBe(201);
});

test.each([
  ['an empty body', undefined],
  ['an empty object', {}],
])('%s confirms', async (_, body) => {
  await using api = await waiting();
  const answer = await api.confirm(body);
  expect([answer.status, answer.body.data.workflow.status]).toEqual([200, 'queued']);
  const record = await api.settled(api.workflow.workflowId);
  expect(record.status).toBe('completed');
  expect(record.billingPreview).toBeUndefined();
});

test('the accepted preview confirms; the key that did it may repeat, another may not', async () => {
  await using api = await waiting();
  const body = { decision: 'confirm', acceptedCostPreview: api.preview };
  expect((await api.confirm(body, { 'idempotency-key': 'yes' })).status).toBe(200);
  expect((await api.confirm(body, { 'idempotency-key': 'yes' })).status).toBe(200);
  expect((await api.confirm(body, { 'idempotency-key': 'other' })).status).toBe(409);
  const last = await api.confirm(body);
  expect([last.status, last.body.message]).toEqual([
    409,
    expect.stringContaining('not awaiting cost approval'),
  ]);
  await api.settled(api.workflow.workflowId);
  expect(api.emulator.store.stepEffects(api.workflow.workflowId)).toEqual({ keyframe: 1, clip: 1 });
});

test('a decision without the preview, an unknown one and a wrong preview are refused', async () => {
  await using api = await waiting();
  expect((await api.confirm({ decision: 'confirm' })).status).toBe(400);
  expect((await api.confirm({ decision: 'perhaps' })).status).toBe(400);
  const wrong = { ...Object(api.preview), totalEstimatedCapacityUnits: 1 };
  expect((await api.confirm({ decision: 'confirm', accepted_cost_preview: wrong })).status).toBe(409);
  expect((await api.get(api.workflow.workflowId)).status).toBe('waiting_for_user');
});

test('a cancel decision cancels', async () => {
  await using api = await waiting();
  const answer = await api.confirm({ decision: 'cancel' });
  expect([answer.status, answer.body.data.workflow.status]).toEqual([200, 'cancelled']);
});

test('an expired preview is refused and made anew', async () => {
  const clock = createManualClock();
  await using api = await waiting({ clock });
  await clock.advance(5 * 60_000);
  const stale = await api.confirm({ decision: 'confirm', acceptedCostPreview: api.preview });
  expect([stale.status, stale.body.message]).toEqual([409, expect.stringContaining('has expired')]);
  const { billingPreview } = await api.get(api.workflow.workflowId);
  expect(Date.parse(billingPreview?.validityUntil ?? '')).toBe(clock.now() + 5 * 60_000);
  expect((await api.confirm({ decision: 'confirm', acceptedCostPreview: billingPreview })).status).toBe(200);
});

test('resume of a cost pause points to confirm-cost', async () => {
  await using api = await waiting();
  const answer = await api.call('POST', `${WORKFLOWS}/${api.workflow.workflowId}/resume`);
  expect([answer.status, answer.body.message]).toEqual([409, expect.stringContaining('/confirm-cost')]);
});

test.each([
  ['confirm-cost', 'cancel'],
  ['cancel', 'confirm-cost'],
])('%s and %s at once: the cancellation holds, and nothing runs or is paid', async (...actions) => {
  await using api = await startApi({ requireCostApproval: true, stepDelay: 60_000 });
  const { workflowId } = (await api.start(PLAN)).body.data.workflow;
  const post = (action: string) => api.call('POST', `${WORKFLOWS}/${workflowId}/${action}`, '');
  const answers = await Promise.all(actions.map(post));
  expect(answers.map(({ status }) => status)).not.toContain(500);
  const record = await api.settled(workflowId);
  expect(record.status).toBe('cancelled');
  expect(record.events.map(({ sequence }) => sequence)).toEqual(record.events.map((_, index) => index));
  expect(record.events.at(-1)?.type).toBe('workflow_cancelled');
  expect(api.emulator.store.stepEffects(workflowId)).toEqual({});
});
