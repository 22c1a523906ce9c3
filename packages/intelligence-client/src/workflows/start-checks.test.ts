import { expect, test } from 'vitest';
import { startReplay } from '../../fixtures/replay-server.ts';
import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { createWorkflows } from './api.ts';
import type { Workflows } from './namespace.ts';
import type { CostPreview, StartParams, WorkflowStepInput } from './types.ts';

/** The issues of a call that must be refused without a request. */
async function refused(call: (workflows: Workflows) => Promise<unknown>): Promise<RequestIssue[]> {
  await using server = await startReplay({});
  const error = await call(createWorkflows(server.clientOptions)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(server.lines()).toEqual([]);
  if (!(error instanceof InvalidRequestError)) throw new Error(`not refused: ${error}`);
  expect(error).toMatchObject({ kind: 'request', attempts: 0, outcome: 'rejected' });
  for (const { message } of error.issues) expect(error.message).toContain(message);
  return error.issues;
}

/** `[code, path]` of each issue of a start, as a program without types would write it. */
async function problems(params: unknown): Promise<(string | undefined)[][]> {
  const issues = await refused((workflows) => workflows.start(params as StartParams));
  return issues.map(({ code, path }) => [code, path]);
}

const step = (more: object = {}) =>
  ({ toolName: 'generate_image', arguments: {}, ...more }) as WorkflowStepInput;
const plan = (...steps: unknown[]) => ({ input: { steps } });
const from = (sourceStepId: string, more: object = {}) => ({
  dependsOn: [{ sourceStepId, targetArgument: 'sourceImageIndex', ...more }],
});

test('a start has exactly one of the two forms', async () => {
  expect(await problems({})).toEqual([['start_form', 'input']]);
  expect(await problems({ ...plan(step()), templateId: 'wf_t' })).toEqual([['start_form', 'templateId']]);
  expect(await problems({ templateId: ' ' })).toEqual([['template_id', 'templateId']]);
  expect(await problems({ templateId: 7 })).toEqual([['template_id', 'templateId']]);
  await refused((workflows) => workflows.start(undefined as never));
});

test('a field of another spelling is refused, not dropped', async () => {
  expect(await problems({ ...plan(step()), max_estimated_capacity_units: 5, confirmCosts: true })).toEqual([
    ['unknown_field', 'max_estimated_capacity_units'],
    ['unknown_field', 'confirmCosts'],
  ]);
});

test('a plan has 1 to 12 steps', async () => {
  expect(await problems(plan())).toEqual([['step_count', 'input.steps']]);
  expect(await problems(plan(...Array.from({ length: 13 }, () => step())))).toEqual([
    ['step_count', 'input.steps'],
  ]);
  expect(await problems({ input: {} })).toEqual([['steps_missing', 'input.steps']]);
  expect(await problems({ input: 'a fox' })).toEqual([['input_type', 'input']]);
  expect(await problems({ input: [] })).toEqual([['input_type', 'input']]);
});

test('every wrong part of a step is named at once', async () => {
  expect(await problems(plan('x', { id: 'a b', toolName: '', arguments: [] }))).toEqual([
    ['step_type', 'input.steps.0'],
    ['step_id', 'input.steps.1.id'],
    ['tool_name', 'input.steps.1.toolName'],
    ['arguments_type', 'input.steps.1.arguments'],
  ]);
});

test('step ids are unique, given or by default', async () => {
  expect(await problems(plan(step({ id: 'a' }), step({ id: 'a' })))).toEqual([
    ['step_id_duplicate', 'input.steps.1.id'],
  ]);
  expect(await problems(plan(step({ id: 'step_2' }), step()))).toEqual([
    ['step_id_duplicate', 'input.steps.1.id'],
  ]);
});

test('sources exist and come earlier', async () => {
  expect(await problems(plan(step({ id: 'a', ...from('b') }), step({ id: 'b' })))).toEqual([
    ['source_later', 'input.steps.0.dependsOn.0.sourceStepId'],
  ]);
  expect(await problems(plan(step({ id: 'a', ...from('nobody') })))).toEqual([
    ['source_unknown', 'input.steps.0.dependsOn.0.sourceStepId'],
  ]);
});

test('a circle is told with the way round it', async () => {
  const steps = plan(
    step({ id: 'a', ...from('c') }),
    step({ id: 'b', ...from('a') }),
    step({ id: 'c', ...from('b') }),
  );
  const [issue] = await refused((workflows) => workflows.start(steps as StartParams));
  expect(issue).toMatchObject({ code: 'cycle', path: 'input.steps' });
  expect(issue?.message).toContain('a -> c -> b -> a');
  expect(await problems(plan(step({ id: 'a', ...from('a') })))).toEqual([['cycle', 'input.steps']]);
});

test('every wrong part of a dependency is named', async () => {
  const path = 'input.steps.1.dependsOn.0';
  const wrong = from('step_1', {
    targetArgument: '',
    transform: 'image_urls',
    sourceArtifactIndex: -1,
    mediaType: 'text',
  });
  expect(await problems(plan(step(), step(wrong)))).toEqual([
    ['target_argument', `${path}.targetArgument`],
    ['transform_unknown', `${path}.transform`],
    ['source_artifact_index', `${path}.sourceArtifactIndex`],
    ['media_type', `${path}.mediaType`],
  ]);
  expect(await problems(plan(step(), step({ dependsOn: [7] })))).toEqual([['dependency_type', path]]);
  expect(await problems(plan(step({ dependsOn: 'a' })))).toEqual([
    ['depends_on_type', 'input.steps.0.dependsOn'],
  ]);
  expect(await problems(plan(step({ dependsOn: [{ targetArgument: 'x' }] })))).toEqual([
    ['source_step_id', 'input.steps.0.dependsOn.0.sourceStepId'],
  ]);
});

test('image_to_video needs a prompt, and kinds of a later server pass', async () => {
  expect(await problems({ kind: 'image_to_video', input: { prompt: ' ' } })).toEqual([
    ['prompt', 'input.prompt'],
  ]);
  await using server = await startReplay({});
  const later = createWorkflows(server.clientOptions).start({
    kind: 'later_kind',
    input: { prompt: 'x' },
  });
  await expect(later).rejects.toMatchObject({ status: 404 });
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '25', null])('%s is no ceiling', async (units) => {
  expect(await problems({ ...plan(step()), maxEstimatedCapacityUnits: units })).toEqual([
    ['cost_ceiling', 'maxEstimatedCapacityUnits'],
  ]);
});

test.each([
  [
    'a nested argument',
    plan(step({ arguments: { a: [{ b: 'data:image/png;base64,AAAA' }] } })),
    'input.steps.0.arguments.a.0.b',
  ],
  ['an argument in other case', plan(step({ arguments: { a: ' DATA:,x' } })), 'input.steps.0.arguments.a'],
  ['bytes', plan(step({ arguments: { a: new Uint8Array(4) } })), 'input.steps.0.arguments.a'],
  ['an input of a template', { templateId: 't', inputs: { photo: 'data:image/png,x' } }, 'inputs.photo'],
  ['a prompt of a kind', { kind: 'image_to_video', input: { prompt: 'data:text/plain,x' } }, 'input.prompt'],
  [
    'a media reference',
    { ...plan(step()), mediaReferences: [{ kind: 'image', url: 'data:image/png;base64,AA' }] },
    'mediaReferences.0.url',
  ],
  [
    'another carrier of a media reference',
    {
      ...plan(step()),
      mediaReferences: [{ kind: 'image', url: 'https://a.test/x', data_uri: 'data:a/b,x' }],
    },
    'mediaReferences.0.data_uri',
  ],
])('an inline file in %s is refused', async (_, params, path) => {
  expect(await problems(params)).toEqual([['inline_media', path]]);
});

test('prose that begins like a data URI is no file', async () => {
  await using server = await startReplay({});
  const prompts = ['data: one, two', 'data:points, joined', 'The data:image/png,x'];
  for (const prompt of prompts) {
    const started = createWorkflows(server.clientOptions).start(
      plan(step({ arguments: { prompt } })) as StartParams,
    );
    await expect(started).rejects.toMatchObject({ status: 404 });
  }
});

test('an argument that holds itself ends the search for files', async () => {
  const args: Record<string, unknown> = {};
  args.self = args;
  const issues = await refused((workflows) =>
    workflows.start(plan(step({ arguments: args })) as StartParams),
  );
  expect(issues[0]?.message).toContain('cycle');
});

test.each([
  'leaf.png',
  './leaf.png',
  '/srv/leaf.png',
  'file:///srv/leaf.png',
  'ftp://a.test/x',
  'https://',
  7,
  undefined,
])('the media reference %s is refused', async (url) => {
  const params = { ...plan(step()), mediaReferences: [{ kind: 'image', url }] };
  expect(await problems(params)).toEqual([['media_url', 'mediaReferences.0.url']]);
});

test('media references are a list', async () => {
  const params = { ...plan(step()), mediaReferences: { kind: 'image', url: 'https://a.test/x' } };
  expect(await problems(params)).toEqual([['media_references', 'mediaReferences']]);
});

test.each([-1, 4_294_967_296, 1.5, Number.NaN, '7'])('%s is no seed', async (seed) => {
  const seedOverrides = { still: 1, loop: seed as number };
  const issues = await refused((workflows) => workflows.reseed('wf_1', { seedOverrides }));
  expect(issues.map(({ path }) => path)).toEqual(['seedOverrides.loop']);
});

test('a confirmation carries the preview that it accepts', async () => {
  const answer = (params: unknown) => refused((workflows) => workflows.confirmCost('wf_1', params as never));
  expect(await answer({ decision: 'confirm' })).toMatchObject([{ path: 'acceptedCostPreview' }]);
  expect(await answer({ decision: 'confirm', acceptedCostPreview: 'yes' })).toMatchObject([
    { path: 'acceptedCostPreview' },
  ]);
  const acceptedCostPreview: CostPreview = { totalEstimatedCapacityUnits: 1 };
  expect(await answer({ decision: 'maybe', acceptedCostPreview })).toMatchObject([{ path: 'decision' }]);
  expect(await answer(undefined)).toMatchObject([{ path: 'decision' }]);
});

test.each(['', ' ', '.', '..', undefined])('the id %j is refused by every method', async (id) => {
  const wrong = id as string;
  await refused((workflows) => workflows.get(wrong));
  await refused((workflows) => workflows.cancel(wrong));
  await refused((workflows) => workflows.resume(wrong));
  await refused((workflows) => workflows.reseed(wrong));
  await refused((workflows) => workflows.listEvents(wrong));
  await refused((workflows) => workflows.confirmCost(wrong, { decision: 'cancel' }));
  await refused((workflows) => workflows.wait(wrong));
});
