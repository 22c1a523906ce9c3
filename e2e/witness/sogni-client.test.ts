import { createRequire } from 'node:module';
import { startEmulator } from '@sogni/emulator';
import { expect, onTestFinished, test } from 'vitest';

/** The published SDK: code that was written without this emulator, against the API itself. */
const { SogniClient } = createRequire(import.meta.url)('@sogni-ai/sogni-client') as typeof import('@sogni-ai/sogni-client');

const input = {
  title: 'Generated keyframe to video',
  steps: [
    { id: 'keyframe', toolName: 'generate_image', arguments: { prompt: 'Ink sketch of a fox', width: 64, height: 64 } },
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
  for await (const event of sogni.workflows.streamEvents(started.workflowId)) types.push(event.type ?? event.event ?? '');
  expect(types).toContain('artifact_created');

  const done = await sogni.workflows.get(started.workflowId);
  expect(done).toMatchObject({ status: 'completed', title: input.title });
  expect(done.artifacts?.map(({ mediaType }) => mediaType)).toEqual(['image', 'video']);
  const again = await sogni.workflows.start({ input, idempotencyKey: 'witness-1' });
  expect(again.workflowId).toBe(started.workflowId);
  const listed = await sogni.workflows.list();
  expect(listed.map(({ workflowId }) => workflowId)).toEqual([started.workflowId]);

  const cancelled = await sogni.workflows.cancel(started.workflowId);
  expect(cancelled.status).toBe('completed');
});
