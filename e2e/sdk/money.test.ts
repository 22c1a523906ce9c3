import { type Emulator, startEmulator } from '@sogni/emulator';
import { SogniClient, WaitingForUserError, type Workflow } from '@sogni/intelligence-client';
import { expect, onTestFinished, test } from 'vitest';

const plan = {
  input: {
    steps: [
      { id: 'still', toolName: 'generate_image', arguments: { prompt: 'A fox', width: 64, height: 64 } },
    ],
  },
};

async function start(
  options: Parameters<typeof startEmulator>[0],
): Promise<{ emulator: Emulator; sogni: SogniClient }> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  return { emulator, sogni: new SogniClient(emulator.clientOptions) };
}

const spent = async (sogni: SogniClient) => Number((await sogni.account.balance()).spark.debit);

test('an answer that gets lost is asked for again with the same key, and nothing is paid twice', async () => {
  const { emulator, sogni } = await start({});
  emulator.faults.add({ name: 'lost_answer', method: 'POST', times: 2 });
  const done = await sogni.workflows.run({ ...plan, tokenType: 'spark' });
  expect(done.status).toBe('completed');
  const { data } = await sogni.workflows.list();
  expect(data.map(({ workflowId }: Workflow) => workflowId)).toEqual([done.workflowId]);
  expect(await spent(sogni)).toBe(1);
});

test('a run that waits for approval costs nothing until its preview is confirmed', async () => {
  const { sogni } = await start({ requireCostApproval: true });
  const paused = await sogni.workflows.run({ ...plan, tokenType: 'spark' }).catch((error: unknown) => error);
  if (!(paused instanceof WaitingForUserError)) throw paused;
  expect(paused).toMatchObject({
    reason: 'cost_approval_required',
    preview: { totalEstimatedCapacityUnits: 1 },
  });
  expect(await spent(sogni)).toBe(0);

  await sogni.workflows.confirmCost(paused.id, {
    decision: 'confirm',
    acceptedCostPreview: (await sogni.workflows.get(paused.id)).billingPreview,
  });
  expect((await sogni.workflows.wait(paused.id)).status).toBe('completed');
  expect(await spent(sogni)).toBe(1);
});

test('approveCost decides by the preview, and its events come once', async () => {
  const { sogni } = await start({ requireCostApproval: true });
  const sequences: number[] = [];
  const done = await sogni.workflows.run(plan, {
    approveCost: ({ totalEstimatedCapacityUnits }) => totalEstimatedCapacityUnits <= 1,
    onEvent: ({ sequence }) => void sequences.push(sequence),
  });
  expect(done.status).toBe('completed');
  expect(sequences).toEqual(sequences.map((_, index) => index));
});
