import { expect, test } from 'vitest';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi, WORKFLOWS } from './api.ts';

test('a keyframe feeds a clip, and the record says how', async () => {
  await using api = await startApi();
  const started = await api.start({
    input: { title: 'Keyframe to video', steps: KEYFRAME_TO_CLIP },
    token_type: 'spark',
  });
  expect(started.status).toBe(201);
  expect(started.body.data.workflow).toMatchObject({
    status: 'queued',
    title: 'Keyframe to video',
    events: [],
    artifacts: [],
  });
  expect(started.body.data.workflow.workflowId).toMatch(/^wf_durable_workflow_[0-9a-f-]{36}$/);

  const record = await api.settled(started.body.data.workflow.workflowId);
  expect(record.status).toBe('completed');
  expect(record.steps.map(({ status }) => status)).toEqual(['completed', 'completed']);
  expect(record.steps[1]?.arguments.referenceImageIndices).toEqual([0]);
  expect(record.artifacts).toHaveLength(2);
  expect(record.artifacts[0]).toMatchObject({
    id: 'art_keyframe_0',
    kind: 'image',
    mediaType: 'image',
    width: 1024,
    height: 576,
    stepId: 'keyframe',
    toolName: 'generate_image',
  });
  expect(record.artifacts[1]).toMatchObject({
    kind: 'video',
    duration: 5,
    durationSeconds: 5,
    mimeType: 'video/mp4',
  });
  expect(record.createTime).toBe(Math.floor(Date.parse(record.createdAt) / 1000));
});

test('the event log counts from 0 without gaps and ends with workflow_completed', async () => {
  await using api = await startApi();
  const { events, workflowId } = await api.run(KEYFRAME_TO_CLIP);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index));
  expect(events.map(({ type }) => type)).toEqual([
    'workflow_started',
    'step_started',
    'workflow_progress',
    'artifact_created',
    'step_completed',
    'step_started',
    'workflow_progress',
    'artifact_created',
    'step_completed',
    'workflow_completed',
  ]);
  expect(events.slice(0, -1).every(({ status }) => status === 'running')).toBe(true);
  const listed = await api.call<{ events: unknown[] }>('GET', `${WORKFLOWS}/${workflowId}/events?after=7`);
  expect(listed.body.data.events).toEqual(events.slice(8));
});

test('the list is newest first, pages by offset and leaves events out', async () => {
  await using api = await startApi();
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.unshift((await api.run([IMAGE_STEP])).workflowId);
  const first = await api.call<{ workflows: { workflowId: string }[]; next: number | null }>(
    'GET',
    `${WORKFLOWS}?limit=2`,
  );
  expect(first.body.data.workflows.map(({ workflowId }) => workflowId)).toEqual(ids.slice(0, 2));
  expect(first.body.data.next).toBe(2);
  expect(first.body.data.workflows[0]).not.toHaveProperty('events');
  const second = await api.call<typeof first.body.data>('GET', `${WORKFLOWS}?limit=2&offset=2`);
  expect(second.body.data.workflows.map(({ workflowId }) => workflowId)).toEqual(ids.slice(2));
  expect(second.body.data.next).toBeNull();
});

test('a cancelled run stops, keeps what it has and can be cancelled again', async () => {
  await using api = await startApi({ stepDelay: 60_000 });
  const { body } = await api.start({ input: { steps: KEYFRAME_TO_CLIP } });
  const { workflowId } = body.data.workflow;
  const cancel = () =>
    api.call<{ transitioned: boolean; workflow: { status: string } }>(
      'POST',
      `${WORKFLOWS}/${workflowId}/cancel`,
    );
  const first = await cancel();
  expect(first.body.data).toMatchObject({ transitioned: true, workflow: { status: 'cancelled' } });
  expect((await cancel()).body.data).toMatchObject({
    transitioned: false,
    workflow: { status: 'cancelled' },
  });
  const record = await api.get(workflowId);
  expect(record.events[0]?.type).toBe('workflow_started');
  expect(record.events.at(-1)?.type).toBe('workflow_cancelled');
  expect(record.steps.every(({ status }) => status === 'cancelled')).toBe(true);
});

test('artifact URLs answer with the file', async () => {
  await using api = await startApi();
  const { artifacts } = await api.run([IMAGE_STEP]);
  const url = artifacts[0]?.url ?? '';
  expect(url.startsWith(`${api.emulator.url}/_media/out/`)).toBe(true);
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(await response.json()).toMatchObject({ kind: 'image', width: 1024, height: 576 });
});
