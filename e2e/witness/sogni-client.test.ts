import { createRequire } from 'node:module';
import { startEmulator } from '@sogni/emulator';
import { expect, onTestFinished, test } from 'vitest';

/** The published SDK: code that was written without this emulator, against the API itself. */
const { SogniClient } = createRequire(import.meta.url)(
  '@sogni-ai/sogni-client',
) as typeof import('@sogni-ai/sogni-client');

type WorkflowInput = NonNullable<
  Parameters<(typeof SogniClient)['prototype']['workflows']['start']>[0]['input']
>;

const input: WorkflowInput = {
  title: 'Generated keyframe to video',
  steps: [
    {
      id: 'keyframe',
      toolName: 'generate_image',
      arguments: { prompt: 'Ink sketch of a fox', width: 64, height: 64 },
    },
    {
      id: 'clip',
      toolName: 'generate_video',
      arguments: { prompt: 'Slow push-in', duration: 2, width: 64, height: 64 },
      dependsOn: [
        {
          sourceStepId: 'keyframe',
          sourceArtifactIndex: 0,
          targetArgument: 'referenceImageIndices',
          mediaType: 'image',
          transform: 'image_index',
          required: true,
        },
      ],
    },
  ],
};

test('the published SDK starts, streams, lists, reads, reseeds and cancels workflows', async () => {
  const emulator = await startEmulator({ stepDelay: 20 });
  onTestFinished(() => emulator.close());
  const sogni = await SogniClient.createInstance({
    disableSocket: true,
    restEndpoint: emulator.url,
    apiKey: emulator.apiKey,
    logLevel: 'error',
  });

  const started = await sogni.workflows.start({
    input,
    tokenType: 'spark',
    maxEstimatedCapacityUnits: 25,
    mediaReferences: [{ kind: 'image', url: 'https://media.example/leaf.png' }],
    idempotencyKey: 'witness-1',
  });
  const types: string[] = [];
  for await (const { data } of sogni.workflows.streamEvents(started.workflowId))
    types.push(String(Object(data).type));
  expect(types).toContain('artifact_created');
  expect(types).toContain('workflow_completed');

  const done = await sogni.workflows.get(started.workflowId);
  expect(done).toMatchObject({ status: 'completed', title: input.title });
  expect(done.artifacts?.map(({ mediaType }) => mediaType)).toEqual(['image', 'video']);
  const again = await sogni.workflows.start({ input, idempotencyKey: 'witness-1' });
  expect(again.workflowId).toBe(started.workflowId);
  const listed = await sogni.workflows.list();
  expect(listed.map(({ workflowId }) => workflowId)).toEqual([started.workflowId]);

  const reseeded = await sogni.workflows.reseed(started.workflowId, { seedOverrides: { keyframe: 777 } });
  expect(reseeded.reseed).toMatchObject({ clonedFromRunId: started.workflowId });
  for await (const _ of sogni.workflows.streamEvents(reseeded.workflow.workflowId));
  const take = await sogni.workflows.get(reseeded.workflow.workflowId);
  expect(take.artifacts?.[0]).toMatchObject({ seed: 777 });

  const cancelled = await sogni.workflows.cancel(started.workflowId);
  expect(cancelled.status).toBe('completed');
});
