import { expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';

test('two workflows run side by side', async () => {
  await using api = await startApi({ stepDelay: 60_000 });
  const plan = { input: { steps: [{ id: 'a', toolName: 'generate_image', arguments: { prompt: 'x' } }] } };
  const ids = (await Promise.all([api.start(plan), api.start(plan)])).map(
    ({ body }) => body.data.workflow.workflowId,
  );
  for (const id of ids) await expect.poll(async () => (await api.get(id)).status).toBe('running');
});

test('a renderer that fails makes the step fail, not the emulator', async () => {
  const renderer = { render: () => Promise.reject(new Error('out of paint')), close: async () => {} };
  await using api = await startApi({ renderer });
  const record = await api.run([{ id: 'a', toolName: 'generate_image', arguments: { prompt: 'x' } }]);
  expect(record.status).toBe('failed');
  expect(record.steps[0]?.error).toEqual({ code: 'GPU_WORKER_FAILED', message: 'out of paint' });
});

test('the same request is rendered once', async () => {
  await using api = await startApi();
  const step = { toolName: 'generate_image', arguments: { prompt: 'x', seed: 1 } };
  const record = await api.run([step, step]);
  expect(api.renderer.requests).toHaveLength(1);
  expect(record.artifacts[0]?.url).toBe(record.artifacts[1]?.url);
  expect(record.artifacts.map(({ id }) => id)).toEqual(['art_step_1_0', 'art_step_2_0']);
});

test('a renderer that never ends holds up neither a cancellation nor the end of the emulator', async () => {
  const renderer = { render: () => new Promise<never>(() => {}), close: async () => {} };
  const api = await startApi({ renderer });
  const step = { id: 'a', toolName: 'generate_image', arguments: { prompt: 'x' } };
  const [one, two] = await Promise.all([
    api.start({ input: { steps: [step] } }),
    api.start({ input: { steps: [step] } }),
  ]);
  const { workflowId } = one.body.data.workflow;
  await expect.poll(async () => (await api.get(workflowId)).status).toBe('running');
  await api.call('POST', `/v1/creative-agent/workflows/${workflowId}/cancel`);
  expect((await api.get(workflowId)).steps[0]?.status).toBe('cancelled');
  expect((await api.get(two.body.data.workflow.workflowId)).status).toBe('running');
  await api.emulator.close();
});
