import { expect, test } from 'vitest';
import { GOLDEN, type GoldenExchange } from '../../fixtures/golden.ts';
import { withOrigin } from '../../fixtures/replay-server.ts';
import type { ClientOptions } from '../transport/options.ts';
import { GOLDEN_RUN, replay } from './replay-call.testkit.ts';

test('a plan starts with the recorded bytes, key and headers', async () => {
  const exchange = GOLDEN.startInline;
  const key = exchange.request.headers['idempotency-key'];
  const { result, request, data } = await replay(exchange, (workflows) =>
    workflows.start(
      {
        input: {
          title: 'Generated keyframe to video',
          steps: [
            {
              id: 'keyframe',
              toolName: 'generate_image',
              arguments: { prompt: 'Ink sketch of a fox', width: 1024, height: 576 },
            },
            {
              id: 'clip',
              toolName: 'generate_video',
              arguments: { prompt: 'Slow push-in', duration: 5, width: 1024, height: 576 },
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
        },
        tokenType: 'spark',
        appSource: 'demo-app',
        maxEstimatedCapacityUnits: 25,
        confirmCost: true,
      },
      { idempotencyKey: key },
    ),
  );

  expect(`${request.method} ${request.path}`).toBe('POST /v1/creative-agent/workflows');
  expect(request.headers).toMatchObject({
    authorization: 'Bearer sk-demo-0001',
    'content-type': 'application/json',
    accept: 'application/json',
    'idempotency-key': key,
  });
  expect(request.body).toBe(JSON.stringify(exchange.request.body));
  expect(result).toEqual({ workflow: data.workflow });
});

test('a repeated start says that nothing new was started', async () => {
  const { result } = await replay(GOLDEN.startRepeated, (workflows) =>
    workflows.start({ input: { steps: [{ toolName: 'generate_image', arguments: {} }] } }),
  );
  expect(result).toMatchObject({ workflow: { workflowId: GOLDEN_RUN }, idempotent: true });
});

test('a start makes a key of its own and leaves out what is not set', async () => {
  const { request, result } = await replay(GOLDEN.startInline, (workflows) =>
    workflows.start({
      input: { steps: [{ toolName: 'generate_image', arguments: { prompt: 'x' } }] },
      confirmCost: undefined,
      ...{ unknown: undefined },
    }),
  );
  expect(request.body).toBe('{"input":{"steps":[{"toolName":"generate_image","arguments":{"prompt":"x"}}]}}');
  expect(request.headers['idempotency-key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(result).not.toHaveProperty('costPreview');
  expect(result).not.toHaveProperty('idempotent');
});

test('kinds and retired tool names go out as they are given', async () => {
  const imageToVideo = await replay(GOLDEN.startImageToVideo, (workflows) =>
    workflows.start({
      kind: 'image_to_video',
      input: {
        prompt: 'Charcoal owl',
        videoPrompt: 'The owl turns its head',
        duration: 6,
        imageModel: 'z-turbo',
        videoModel: 'wan22',
      },
      tokenType: 'sogni',
    }),
  );
  expect(JSON.parse(imageToVideo.request.body)).toEqual(GOLDEN.startImageToVideo.request.body);
  expect(imageToVideo.result.workflow.kind).toBe('image_to_video');

  const sequence = await replay(GOLDEN.startToolSequence, (workflows, url) =>
    workflows.start({
      kind: 'hosted_tool_sequence',
      input: {
        title: 'Restyle',
        steps: [
          {
            id: 'v2v',
            toolName: 'sogni_video_to_video',
            arguments: {
              prompt: 'Watercolour look',
              reference_video_url: `${url}/_media/get/referenceVideo/j1`,
              control_mode: 'seedance-v2v',
              model: 'seedance2',
              duration: 8,
            },
          },
        ],
      },
      tokenType: 'spark',
    }),
  );
  expect(JSON.parse(sequence.request.body)).toEqual(
    withOrigin(GOLDEN.startToolSequence.request.body, sequence.url),
  );
});

test('media references get their wire names', async () => {
  const { request, url } = await replay(GOLDEN.startWithMedia, (workflows, origin) =>
    workflows.start({
      input: {
        steps: [
          {
            id: 'motion',
            toolName: 'animate_photo',
            arguments: { prompt: 'Leaves drift' },
            dependsOn: [
              {
                sourceStepId: '$input_media',
                sourceArtifactIndex: 0,
                targetArgument: 'sourceImageIndex',
                mediaType: 'image',
                transform: 'image_index',
                required: true,
              },
            ],
          },
        ],
      },
      mediaReferences: [
        {
          id: 'media_ref_1',
          source: 'cli',
          flag: '--ref',
          kind: 'image',
          mimeType: 'image/png',
          url: `${origin}/_media/get/referenceImage/j9`,
          filename: 'leaf.png',
          promptLabel: 'leaf.png',
          byteLength: 52311,
          storage: { jobId: 'j9', type: 'referenceImage' },
        },
      ],
      tokenType: 'spark',
    }),
  );
  expect(JSON.parse(request.body)).toEqual(withOrigin(GOLDEN.startWithMedia.request.body, url));
});

test('every option of a start has its wire name', async () => {
  const { request } = await replay(GOLDEN.startTemplate, (workflows) =>
    workflows.start({
      templateId: 'wf_t',
      inputs: { camelCase: { stays_asItIs: 1 } },
      tokenType: 'auto',
      billingMode: 'subscription',
      appSource: 'demo-app',
      maxEstimatedCapacityUnits: 0,
      confirmCost: false,
      safeContentFilter: false,
      mediaReferences: [],
    }),
  );
  expect(JSON.parse(request.body)).toEqual({
    workflow_id: 'wf_t',
    inputs: { camelCase: { stays_asItIs: 1 } },
    token_type: 'auto',
    billing_mode: 'subscription',
    app_source: 'demo-app',
    max_estimated_capacity_units: 0,
    confirm_cost: false,
    safe_content_filter: false,
    media_references: [],
  });
});

test('billing options of the client fill in what a call leaves out', async () => {
  const client: ClientOptions = { tokenType: 'sogni', billingMode: 'tokens', appSource: 'studio' };
  const filled = { token_type: 'sogni', billing_mode: 'tokens', app_source: 'studio' };

  const started = await replay(GOLDEN.startTemplate, (w) => w.start({ templateId: 'wf_t' }), client);
  expect(JSON.parse(started.request.body)).toEqual({ workflow_id: 'wf_t', ...filled });
  const resumed = await replay(GOLDEN.resume, (w) => w.resume('wf_c', { tokenType: 'auto' }), client);
  expect(JSON.parse(resumed.request.body)).toEqual({ ...filled, token_type: 'auto' });
  const reseeded = await replay(GOLDEN.reseed, (w) => w.reseed('wf_a'), client);
  expect(JSON.parse(reseeded.request.body)).toEqual(filled);
});

test('a template run comes back with the preview of its cost', async () => {
  const { request, result, data } = await replay(GOLDEN.startTemplate, (workflows) =>
    workflows.start({
      templateId: 'wf_ceramic-loop_9c01ab77',
      inputs: { subject: 'A celadon teapot', seconds: 6 },
      tokenType: 'spark',
      confirmCost: true,
    }),
  );
  expect(JSON.parse(request.body)).toEqual(GOLDEN.startTemplate.request.body);
  expect(result).toEqual({ workflow: data.workflow, costPreview: data.preview });
});

test('the preview of a paused start is found in the record too', async () => {
  const billingPreview = { totalEstimatedCapacityUnits: 4 };
  const workflow = { workflowId: 'wf_1', status: 'waiting_for_user', billingPreview };
  const exchange: GoldenExchange = {
    ...GOLDEN.startTemplate,
    response: { status: 202, body: { status: 'success', data: { workflow } } },
  };
  const { result } = await replay(exchange, (workflows) => workflows.start({ templateId: 'wf_t' }));
  expect(result.costPreview).toEqual(billingPreview);
});
