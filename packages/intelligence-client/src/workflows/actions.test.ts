import { expect, test } from 'vitest';
import { GOLDEN, type GoldenExchange } from '../../fixtures/golden.ts';
import { GOLDEN_RUN, replay } from './replay-call.testkit.ts';
import type { CostPreview, Workflow } from './types.ts';

test('a record is read by its encoded id', async () => {
  const id = 'wf / ä?#%';
  const path = '/v1/creative-agent/workflows/wf%20%2F%20%C3%A4%3F%23%25';
  const exchange: GoldenExchange = { ...GOLDEN.finished, request: { method: 'GET', path } };
  const { request, result, data } = await replay(exchange, (workflows) => workflows.get(id));
  expect(request.path).toBe(path);
  expect(request.headers).not.toHaveProperty('idempotency-key');
  expect(request.body).toBe('');
  expect(result).toEqual(data.workflow as Workflow);
});

test('cancelling sends no body and tells whether it changed anything', async () => {
  const first = await replay(GOLDEN.cancel, (workflows) => workflows.cancel(GOLDEN_RUN));
  expect(`${first.request.method} ${first.request.path}`).toBe(
    `POST /v1/creative-agent/workflows/${GOLDEN_RUN}/cancel`,
  );
  expect(first.request.body).toBe('');
  expect(first.result).toEqual({ workflow: first.data.workflow, transitioned: true });
  const again = await replay(GOLDEN.cancelAgain, (workflows) => workflows.cancel(GOLDEN_RUN));
  expect(again.result.transitioned).toBe(false);
});

test('resuming sends billing options and the answer to an interactive stage', async () => {
  const { request, result, data } = await replay(GOLDEN.resume, (workflows) =>
    workflows.resume('wf_c', { tokenType: 'auto', appSource: 'demo-app' }),
  );
  expect(JSON.parse(request.body)).toEqual(GOLDEN.resume.request.body);
  expect(result).toEqual({ workflow: data.workflow, resumed: true });

  const answered = await replay(GOLDEN.resume, (workflows) =>
    workflows.resume('wf_c', { input: { stageId: 'pick', value: 2 } }),
  );
  expect(answered.request.body).toBe('{"input":{"stageId":"pick","value":2}}');
});

test('a workflow that was running already is not resumed', async () => {
  const body = {
    status: 'success',
    data: { workflow: { workflowId: 'wf_c', status: 'running' }, resumed: false },
  };
  const { result } = await replay({ ...GOLDEN.resume, response: { status: 200, body } }, (workflows) =>
    workflows.resume('wf_c'),
  );
  expect(result.resumed).toBe(false);
});

test('reseeding names the source and the seeds', async () => {
  const { request, result, data } = await replay(GOLDEN.reseed, (workflows) =>
    workflows.reseed(
      'wf_a',
      { seedOverrides: { keyframe: 777 }, tokenType: 'spark', appSource: 'demo-app' },
      { idempotencyKey: 'take-2' },
    ),
  );
  expect(JSON.parse(request.body)).toEqual(GOLDEN.reseed.request.body);
  expect(request.headers['idempotency-key']).toBe('take-2');
  expect(result).toEqual({
    workflow: data.workflow,
    reseed: {
      clonedFromRunId: 'wf_a',
      steps: [
        { stepId: 'keyframe', newSeed: 777 },
        { stepId: 'clip', newSeed: 3021 },
      ],
    },
  });
});

test('a cost is confirmed with the preview unchanged', async () => {
  const preview = GOLDEN.confirmCost.request.body.acceptedCostPreview;
  const { request, result, data } = await replay(GOLDEN.confirmCost, (workflows) =>
    workflows.confirmCost('wf_durable_workflow_e1', {
      decision: 'confirm',
      acceptedCostPreview: preview as CostPreview,
    }),
  );
  expect(request.body).toBe(JSON.stringify({ acceptedCostPreview: preview, decision: 'confirm' }));
  expect(request.headers['idempotency-key']).toBeDefined();
  expect(result).toEqual(data.workflow);
});

test('a cost is refused without a preview, with a reason', async () => {
  const { request } = await replay(GOLDEN.confirmCost, (workflows) =>
    workflows.confirmCost('wf_durable_workflow_e1', { decision: 'cancel', reason: 'too much' }),
  );
  expect(JSON.parse(request.body)).toEqual({ decision: 'cancel', reason: 'too much' });
});

test('a repeated reseed says so, in data or beside it', async () => {
  const { result } = await replay(GOLDEN.reseedRepeated, (workflows) => workflows.reseed('wf_a'));
  expect(result).toMatchObject({ workflow: { workflowId: 'wf_a2' }, idempotent: true });

  const { idempotent, ...data } = GOLDEN.reseedRepeated.response.body.data as Record<string, unknown>;
  const beside = { status: 200, body: { status: 'success', idempotent, data } };
  const other = await replay({ ...GOLDEN.reseed, response: beside }, (workflows) => workflows.reseed('wf_a'));
  expect(other.result.idempotent).toBe(true);
});

test('a first reseed that answers 200 is none that is repeated', async () => {
  const exchange: GoldenExchange = { ...GOLDEN.reseed, response: { ...GOLDEN.reseed.response, status: 200 } };
  const { result } = await replay(exchange, (workflows) => workflows.reseed('wf_a'));
  expect(result).not.toHaveProperty('idempotent');
});

test('seeds are read in the other spelling, and a missing source is the one that was asked for', async () => {
  const workflow = { workflowId: 'wf_a2', status: 'queued' };
  const reseed = { steps: [{ id: 'keyframe', seed: 5 }, null] };
  const answer = (data: object) => ({
    ...GOLDEN.reseed,
    response: { status: 201, body: { status: 'success', data } },
  });
  const { result } = await replay(answer({ workflow, reseed }), (workflows) => workflows.reseed('wf_a'));
  expect(result.reseed).toEqual({ clonedFromRunId: 'wf_a', steps: [{ stepId: 'keyframe', newSeed: 5 }] });
  const bare = await replay(answer({ workflow }), (workflows) => workflows.reseed('wf_a'));
  expect(bare.result.reseed).toEqual({ clonedFromRunId: 'wf_a', steps: [] });
});
