import { expect, test } from 'vitest';
import { GOLDEN, type GoldenExchange } from '../../fixtures/golden.ts';
import { type RecordedRequest, routesOf, startReplay, withOrigin } from '../../fixtures/replay-server.ts';
import type { ClientOptions } from '../transport/options.ts';
import { createWorkflows } from './api.ts';
import type { Workflows } from './namespace.ts';
import type { CostPreview, Workflow } from './types.ts';

interface Replayed<T> {
  result: T;
  request: RecordedRequest;
  url: string;
  /** `data` of the recorded answer. */
  data: Record<string, unknown>;
}

/** Makes one call against a server that answers as recorded; every body is also checked against the schemas. */
async function replay<T>(
  exchange: GoldenExchange,
  call: (workflows: Workflows, url: string) => Promise<T>,
  options: ClientOptions = {},
): Promise<Replayed<T>> {
  await using server = await startReplay(routesOf(exchange));
  const workflows = createWorkflows({ ...server.clientOptions, validateResponses: true, ...options });
  const result = await call(workflows, server.url);
  const [request, ...others] = server.requests;
  if (request === undefined || others.length > 0) throw new Error(`expected one request: ${server.lines()}`);
  const { data } = withOrigin(exchange.response.body, server.url) as { data: Record<string, unknown> };
  return { result, request, url: server.url, data };
}

const GOLDEN_RUN = 'wf_durable_workflow_5a0c7c2e-6f3b-4d27-9e58-0c8f3f5b9a11';

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
