import { expect, test } from 'vitest';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

interface Reseeded {
  workflow: { workflowId: string; status: string };
  idempotent?: boolean;
  reseed: {
    cloned_from_run_id: string;
    steps: { id: string; stepId: string; seed: number; newSeed: number }[];
  };
}

test('a partial failure keeps its results, says so as its last event, and resume runs only what is left', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'partial_failure' });
  const record = await api.run(KEYFRAME_TO_CLIP);
  expect(record).toMatchObject({ status: 'partial_failure', error: { code: 'GPU_WORKER_FAILED' } });
  expect(record.steps[1]).toMatchObject({
    status: 'failed',
    artifacts: [],
    error: { code: 'GPU_WORKER_FAILED' },
  });
  expect(record.artifacts).toHaveLength(1);
  expect(record.events.at(-1)).toMatchObject({ type: 'workflow_completed', status: 'partial_failure' });
  expect(record.events.at(-2)).toMatchObject({
    type: 'step_failed',
    status: 'running',
    data: { stepId: 'clip', errorType: 'GPU_WORKER_FAILED', retryable: true },
  });

  const resume = await api.call<{ resumed: boolean }>('POST', `${WORKFLOWS}/${record.workflowId}/resume`);
  expect([resume.status, resume.body.data.resumed]).toEqual([202, true]);
  const done = await api.settled(record.workflowId);
  expect(done.status).toBe('completed');
  expect(done.error).toBeUndefined();
  expect(done.events.slice(0, record.events.length)).toEqual(record.events);
  expect(done.events.filter(({ data }) => data?.stepId === 'keyframe' && data.toolName)).toHaveLength(2);
  expect(api.emulator.store.stepEffects(record.workflowId)).toEqual({ keyframe: 1, clip: 1 });
});

test('a run whose only source failed fails, and names the source', async () => {
  await using api = await startApi();
  api.emulator.faults.add({
    name: 'failed_step',
    step: 'keyframe',
    code: 'SAFETY_REJECTED',
    message: 'Not that fox',
  });
  const record = await api.run(KEYFRAME_TO_CLIP);
  expect(record.status).toBe('failed');
  expect(record.steps[0]?.error).toEqual({ message: 'Not that fox', code: 'SAFETY_REJECTED' });
  expect(record.steps[1]?.error).toMatchObject({
    code: 'ASSET_NOT_FOUND',
    message: expect.stringContaining('"keyframe"'),
  });
  expect(record.events.at(-1)).toMatchObject({ type: 'workflow_failed', status: 'failed' });
});

test('a step runs without a failed source that it does not require', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'failed_step', step: 'keyframe' });
  const [image, clip] = KEYFRAME_TO_CLIP;
  const dependsOn = (clip?.dependsOn ?? []).map((dependency) => ({ ...dependency, required: false }));
  const record = await api.run([
    { ...IMAGE_STEP, ...image },
    { ...IMAGE_STEP, ...clip, dependsOn },
  ]);
  expect(record.status).toBe('partial_failure');
  expect(record.steps[1]?.arguments).not.toHaveProperty('referenceImageIndices');
});

test.each(['completed', 'cancelled'])('a %s run cannot be resumed', async (status) => {
  await using api = await startApi({ stepDelay: status === 'cancelled' ? 60_000 : 0 });
  const { body } = await api.start({ input: { steps: [IMAGE_STEP] } });
  const { workflowId } = body.data.workflow;
  if (status === 'cancelled') await api.call('POST', `${WORKFLOWS}/${workflowId}/cancel`);
  await api.settled(workflowId);
  const answer = await api.call('POST', `${WORKFLOWS}/${workflowId}/resume`);
  expect([answer.status, answer.body.message]).toEqual([409, expect.stringContaining(status)]);
});

test('resume of a running workflow changes nothing', async () => {
  await using api = await startApi({ stepDelay: 60_000 });
  const { body } = await api.start({ input: { steps: [IMAGE_STEP] } });
  const answer = await api.call<{ resumed: boolean }>(
    'POST',
    `${WORKFLOWS}/${body.data.workflow.workflowId}/resume`,
    {},
  );
  expect([answer.status, answer.body.data.resumed]).toEqual([200, false]);
});

test('a safety review pauses the run until it is resumed', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'safety_review_required' });
  const record = await api.run([IMAGE_STEP]);
  expect(record).toMatchObject({
    status: 'waiting_for_user',
    waitingReason: 'safety_review_required',
    awaitingCostApproval: false,
  });
  await api.call('POST', `${WORKFLOWS}/${record.workflowId}/resume`, '');
  expect((await api.settled(record.workflowId)).status).toBe('completed');
});

test('a reseed runs the plan again with the given seeds and draws the others', async () => {
  await using api = await startApi();
  const source = await api.run(KEYFRAME_TO_CLIP);
  const reseed = () =>
    api.call<Reseeded>(
      'POST',
      `${WORKFLOWS}/${source.workflowId}/reseed`,
      { seed_overrides: { keyframe: 777 } },
      { 'idempotency-key': 'take-2' },
    );
  const first = await reseed();
  expect(first.status).toBe(201);
  expect(first.body.data.reseed.cloned_from_run_id).toBe(source.workflowId);
  const [keyframe, clip] = first.body.data.reseed.steps;
  expect(keyframe).toEqual({ id: 'keyframe', stepId: 'keyframe', seed: 777, newSeed: 777 });
  expect(clip?.seed).toBe(clip?.newSeed);
  const again = await reseed();
  expect(again.status).toBe(200);
  expect(again.body.data).toMatchObject({ idempotent: true, reseed: first.body.data.reseed });
  const record = await api.settled(first.body.data.workflow.workflowId);
  expect(record.steps[0]).toMatchObject({ seed: 777, arguments: { seed: 777 } });
  expect(record.artifacts.map(({ seed }) => seed)).toEqual([777, clip?.seed]);
});

test('a reseed needs a finished source, known steps and seeds in range', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'failed_step' });
  const failed = await api.run([IMAGE_STEP]);
  expect((await api.call('POST', `${WORKFLOWS}/${failed.workflowId}/reseed`)).status).toBe(409);
  const source = await api.run([IMAGE_STEP]);
  for (const seed_overrides of [
    { nobody: 1 },
    { keyframe: -1 },
    { keyframe: 4294967296 },
    { keyframe: 1.5 },
  ]) {
    expect(
      (await api.call('POST', `${WORKFLOWS}/${source.workflowId}/reseed`, { seed_overrides })).status,
    ).toBe(400);
  }
});

test('a given seed is used and a random one is written down', async () => {
  await using api = await startApi();
  const record = await api.run([
    { id: 'given', toolName: 'generate_image', arguments: { prompt: 'x', seed: 42, numberOfVariations: 2 } },
    { id: 'drawn', toolName: 'generate_image', arguments: { prompt: 'x', seed: -1 } },
  ]);
  expect(record.artifacts.map(({ seed }) => seed)).toEqual([42, 43, record.steps[1]?.seed]);
});

test('a reseed and a resume take another way to pay', async () => {
  await using api = await startApi();
  const source = await api.run(KEYFRAME_TO_CLIP);
  const reseed = (body: object) =>
    api.call<Reseeded>('POST', `${WORKFLOWS}/${source.workflowId}/reseed`, body);
  const { status, body } = await reseed({ billing_mode: 'tokens', app_source: 'again', token_type: 'spark' });
  expect(status).toBe(201);
  expect(body.data.workflow).toMatchObject({
    plan: { billingMode: 'tokens', appSource: 'again', tokenType: 'spark' },
  });
  expect((await reseed({ billing_mode: 'subscription' })).status).toBe(402);
  expect((await reseed({ billing_mode: 'barter' })).body.message).toContain('billing_mode');
  api.emulator.faults.add({ name: 'failed_step' });
  const failed = await api.run([IMAGE_STEP]);
  const resume = (fields: object) =>
    api.call('POST', `${WORKFLOWS}/${failed.workflowId}/resume`, fields).then((answer) => answer.status);
  expect(await resume({ billing_mode: 'subscription' })).toBe(402);
  expect(await resume({ billing_mode: 'barter' })).toBe(400);
  expect(await resume({ billing_mode: 'tokens' })).toBe(202);
});

test('of two resumes at once one sets the run going, and no step runs twice', async () => {
  await using api = await startApi();
  api.emulator.faults.add({ name: 'partial_failure' });
  const { workflowId } = await api.run(KEYFRAME_TO_CLIP);
  const resume = () => api.call('POST', `${WORKFLOWS}/${workflowId}/resume`).then(({ status }) => status);
  const answers = await Promise.all([resume(), resume(), resume()]);
  expect(answers.filter((status) => status === 202)).toHaveLength(1);
  expect((await api.settled(workflowId)).status).toBe('completed');
  expect(api.emulator.store.stepEffects(workflowId)).toEqual({ keyframe: 1, clip: 1 });
});
