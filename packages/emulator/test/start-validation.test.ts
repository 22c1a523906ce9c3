import { expect, test } from 'vitest';
import { IMAGE_STEP, KEYFRAME_TO_CLIP, startApi } from './api.ts';

const step = (toolName: string, args: unknown, extras: Record<string, unknown> = {}) => ({
  toolName,
  arguments: args,
  ...extras,
});
const image = (args: Record<string, unknown>) => step('generate_image', { prompt: 'x', ...args });
const plan = (...steps: unknown[]) => ({ input: { steps } });

test.each([
  ['both forms', { ...plan(IMAGE_STEP), workflow_id: 'wf_x' }, 400, 'not both'],
  ['neither form', {}, 400, 'Send a plan'],
  ['a template that does not exist', { workflow_id: 'wf_x', inputs: {} }, 404, 'no such template: "wf_x"'],
  ['an unknown kind', { ...plan(IMAGE_STEP), kind: 'poem' }, 400, 'kind is "poem"'],
  ['no steps', plan(), 400, '1 to 12'],
  [
    'a size below nothing',
    plan(image({ width: -5 })),
    400,
    '"width" is -5; give a whole number from 1 to 15360',
  ],
  ['half a pixel', plan(image({ height: 10.5 })), 400, '"height" is 10.5'],
  ['a seed out of range', plan(image({ seed: 2 ** 32 })), 400, '"seed" is 4294967296'],
  [
    'fewer strengths than LoRAs',
    plan(image({ loras: ['a', 'b'], loraStrengths: [1] })),
    400,
    '"loraStrengths" has 1 entries for 2',
  ],
  ['thirteen steps', plan(...Array.from({ length: 13 }, () => IMAGE_STEP)), 400, '13'],
  ['arguments that are no object', plan(step('generate_image', 'a fox')), 400, 'Step 1 needs "arguments"'],
  ['an unknown tool', plan(step('paint_fence', {})), 400, 'unsupported tool "paint_fence"'],
  [
    'a composition tool',
    plan(step('compose_script', { brief: 'x' })),
    400,
    'compose_script, which is no durable step',
  ],
  ['an application tool', plan(step('manage_memory', { action: 'read' })), 400, 'manage_memory'],
  ['a primitive', plan(step('wf:expand_storyboard_script', {})), 400, 'wf:expand_storyboard_script'],
  ['a missing argument', plan(step('generate_image', {}, { id: 'a' })), 400, 'Step "a" (generate_image)'],
  ['a number out of range', plan(step('generate_video', { prompt: 'x', duration: 99 })), 400, 'duration'],
  [
    'an unknown source',
    plan(
      step(
        'edit_image',
        { prompt: 'x' },
        { dependsOn: [{ sourceStepId: 'b', targetArgument: 'sourceImageIndex' }] },
      ),
    ),
    400,
    '"b"',
  ],
  [
    'a dependency on a later step',
    plan(
      {
        ...step('edit_image', { prompt: 'x' }),
        id: 'a',
        dependsOn: [{ sourceStepId: 'b', targetArgument: 'sourceImageIndex' }],
      },
      { ...IMAGE_STEP, id: 'b' },
    ),
    400,
    '"b"',
  ],
  [
    'an unknown transform',
    plan(
      IMAGE_STEP,
      step(
        'edit_image',
        { prompt: 'x' },
        { dependsOn: [{ sourceStepId: 'keyframe', targetArgument: 'sourceImageIndex', transform: 'smile' }] },
      ),
    ),
    400,
    'smile',
  ],
  [
    'a target that the tool does not have',
    plan(
      IMAGE_STEP,
      step(
        'edit_image',
        { prompt: 'x' },
        { dependsOn: [{ sourceStepId: 'keyframe', targetArgument: 'sparkle' }] },
      ),
    ),
    400,
    'edit_image has no argument "sparkle"',
  ],
  [
    'inline media in a step',
    plan(step('edit_image', { prompt: 'x', source_image_url: 'data:image/png;base64,AAAA' })),
    400,
    'source_image_url',
  ],
  [
    'inline media as input',
    { ...plan(IMAGE_STEP), media_references: [{ kind: 'image', url: 'data:image/png;base64,AAAA' }] },
    400,
    'media_references.0.url',
  ],
  [
    'a file URL as input',
    { ...plan(IMAGE_STEP), media_references: [{ kind: 'image', url: 'file:///etc/passwd' }] },
    400,
    'media_references.0.url',
  ],
  [
    'an unknown kind of input',
    { ...plan(IMAGE_STEP), media_references: [{ kind: 'smell', url: 'https://a.example/x' }] },
    400,
    'media_references.0.kind',
  ],
  [
    'a negative ceiling',
    { ...plan(IMAGE_STEP), max_estimated_capacity_units: -1 },
    400,
    'max_estimated_capacity_units is -1',
  ],
  ['an unknown token type', { ...plan(IMAGE_STEP), token_type: 'gold' }, 400, 'token_type is "gold"'],
  ['a flag that is no flag', { ...plan(IMAGE_STEP), confirm_cost: 'yes' }, 400, 'confirm_cost'],
])('%s is refused', async (_, body, status, hint) => {
  await using api = await startApi();
  const answer = await api.start(body);
  expect({ status: answer.status, message: answer.body.message }).toEqual({
    status,
    message: expect.stringContaining(hint),
  });
  expect(api.emulator.store.workflowsStarted()).toBe(0);
});

test('an estimate above the ceiling is refused with both numbers', async () => {
  await using api = await startApi();
  const answer = await api.start({ input: { steps: KEYFRAME_TO_CLIP }, max_estimated_capacity_units: 6 });
  expect(answer.status).toBe(400);
  expect(answer.body.details).toEqual({ estimatedCapacity: 7, maxEstimatedCapacityUnits: 6 });
  expect(
    (await api.start({ input: { steps: KEYFRAME_TO_CLIP }, max_estimated_capacity_units: 7 })).status,
  ).toBe(201);
});

test('a declined cost is refused with the estimate', async () => {
  await using api = await startApi();
  const answer = await api.start({
    input: { steps: KEYFRAME_TO_CLIP },
    confirm_cost: false,
    token_type: 'spark',
  });
  expect(answer.status).toBe(400);
  expect(answer.body.details).toEqual({ estimatedCapacity: 7, tokenType: 'spark' });
});

test('the two kinds, sogni_ names and camelCase fields are understood', async () => {
  await using api = await startApi();
  const film = await api.start({
    kind: 'image_to_video',
    input: {
      prompt: 'Charcoal owl',
      videoPrompt: 'The owl turns',
      duration: 6,
      imageModel: 'z-turbo',
      videoModel: 'wan22',
    },
    tokenType: 'sogni',
    safeContentFilter: false,
  });
  expect(film.body.data.workflow).toMatchObject({ kind: 'image_to_video', safeContentFilter: false });
  expect(film.body.data.workflow.workflowId).toMatch(/^wf_image_to_video_/);
  const record = await api.settled(film.body.data.workflow.workflowId);
  expect(record.steps.map(({ toolName }) => toolName)).toEqual(['generate_image', 'animate_photo']);
  expect(record.artifacts[1]).toMatchObject({ kind: 'video', duration: 6 });

  const restyle = await api.run(
    [
      {
        id: 'v2v',
        toolName: 'sogni_video_to_video',
        arguments: {
          prompt: 'Watercolour look',
          reference_video_url: 'https://files.example/clip.mp4',
          control_mode: 'seedance-v2v',
          model: 'seedance2',
          duration: '8',
        },
      },
    ],
    {
      kind: 'hosted_tool_sequence',
      mediaReferences: [{ kind: 'image', url: 'https://files.example/leaf.png', mimeType: 'image/png' }],
    },
  );
  expect(restyle.status).toBe('completed');
  expect(restyle.steps[0]).toMatchObject({
    toolName: 'video_to_video',
    arguments: { controlMode: 'seedance-v2v', videoModel: 'seedance2', duration: 8 },
  });
  expect(restyle.artifacts[0]).toMatchObject({ duration: 8 });
});

test('step ids are cleaned, numbered and made unique, and dependencies follow', async () => {
  await using api = await startApi();
  const record = await api.run([
    { id: 'first  shot!', toolName: 'generate_image', arguments: { prompt: 'a' } },
    { toolName: 'generate_image', arguments: { prompt: 'b' } },
    { id: 'first_shot_', toolName: 'generate_image', arguments: { prompt: 'c' } },
    {
      id: 'edit',
      toolName: 'edit_image',
      arguments: { prompt: 'd' },
      dependsOn: [{ sourceStepId: 'first  shot!', targetArgument: 'sourceImageIndex', required: true }],
    },
  ]);
  expect(record.steps.map(({ id }) => id)).toEqual(['first_shot_', 'step_2', 'first_shot__3', 'edit']);
  expect(record.steps[3]?.arguments.sourceImageIndex).toBe(0);
  expect(record.status).toBe('completed');
});

test('a default title, and the title of the input', async () => {
  await using api = await startApi();
  expect((await api.run([IMAGE_STEP])).title).toBe('Durable creative workflow');
  const named = await api.start({ input: { title: 'Foxes', steps: [IMAGE_STEP] } });
  expect(named.body.data.workflow.title).toBe('Foxes');
});
