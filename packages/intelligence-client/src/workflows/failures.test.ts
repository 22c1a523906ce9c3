import { expect, test } from 'vitest';
import { GOLDEN } from '../../fixtures/golden.ts';
import { type Reply, routesOf, startReplay } from '../../fixtures/replay-server.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { BadRequestError } from '../errors/bad-request-error.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { UnprocessableEntityError } from '../errors/unprocessable-entity-error.ts';
import { createWorkflows } from './api.ts';

const PLAN = { input: { steps: [{ toolName: 'generate_image', arguments: {} }] } };
const START = 'POST /v1/creative-agent/workflows';
const RECORD = 'GET /v1/creative-agent/workflows/wf_1';

test.each([
  ['an unknown credential', GOLDEN.unauthenticated, AuthenticationError, { status: 401, code: 101 }],
  [
    'too many active runs',
    GOLDEN.tooManyActive,
    ConflictError,
    { status: 409, code: 102, details: { activeWorkflowCount: 10, activeWorkflowLimit: 10 } },
  ],
  [
    'a template that does not compile',
    GOLDEN.compileFailed,
    UnprocessableEntityError,
    { status: 422, compileErrors: [{ code: 'missing_input', path: 'inputs.subject' }], compileWarnings: [] },
  ],
  [
    'the limit of starts',
    GOLDEN.startRateLimited,
    RateLimitError,
    { status: 429, code: 126, rateLimit: { retryAfterMs: 1_837_000 } },
  ],
  [
    'a cost that must be confirmed',
    GOLDEN.confirmationRequired,
    BadRequestError,
    { status: 400, details: { estimatedCapacity: 6, tokenType: 'spark' } },
  ],
])('%s rejects a start with its class and what the server said', async (_, { response }, kind, facts) => {
  await using server = await startReplay({ [START]: response });
  const workflows = createWorkflows({ ...server.clientOptions, maxRetries: 2 });
  const error = await workflows.start(PLAN).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(kind);
  expect(error).toMatchObject({ ...facts, attempts: 1, outcome: 'rejected', requestId: 'req_1' });
  expect(error).toMatchObject({ message: expect.stringContaining(response.body.message) });
  expect(server.requests).toHaveLength(1);
});

test('a start that met a restart is sent again with the same key and bytes', async () => {
  const restarting = { ...GOLDEN.restarting.response, headers: { 'retry-after': '0' } };
  await using server = await startReplay({ [START]: [restarting, GOLDEN.startInline.response] });
  const { workflow } = await createWorkflows({ ...server.clientOptions, maxRetries: 1 }).start(PLAN);
  expect(workflow.status).toBe('queued');
  const [first, second] = server.requests;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});

test('a resume whose answer was lost is not sent twice', async () => {
  const lost: Reply = (request) => request.socket.destroy();
  await using server = await startReplay({ 'POST /v1/creative-agent/workflows/wf_1/resume': lost });
  const resuming = createWorkflows({ ...server.clientOptions, maxRetries: 2 }).resume('wf_1');
  await expect(resuming).rejects.toMatchObject({ name: 'ConnectionError', outcome: 'unknown', attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('a stale confirmation names the run', async () => {
  const { response, request } = GOLDEN.notAwaitingApproval;
  await using server = await startReplay(routesOf({ ...GOLDEN.notAwaitingApproval, response }));
  const confirming = createWorkflows(server.clientOptions).confirmCost('wf_durable_workflow_e1', {
    decision: 'confirm',
    acceptedCostPreview: request.body.acceptedCostPreview,
  });
  await expect(confirming).rejects.toMatchObject({
    name: 'ConflictError',
    message: expect.stringMatching(/workflow wf_durable_workflow_e1.*not awaiting cost approval/),
  });
});

test.each([
  ['no record', { status: 'success', data: {} }],
  ['no envelope', { workflowId: 'wf_1', status: 'queued' }],
  ['a record without its status', { status: 'success', data: { workflow: { workflowId: 'wf_1' } } }],
  ['a list', []],
  ['nothing', ''],
])('an answer that holds %s is refused', async (_, body) => {
  await using server = await startReplay({ [RECORD]: { body } });
  const error = await createWorkflows(server.clientOptions)
    .get('wf_1')
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error).toMatchObject({ requestId: 'req_1', outcome: 'rejected' });
});

test('fields and values of a later server pass untouched', async () => {
  const workflow = { workflowId: 'wf_1', status: 'hibernating', novelty: { a: [null] }, steps: [{ id: 1 }] };
  await using server = await startReplay({ [RECORD]: { body: { status: 'success', data: { workflow } } } });
  expect(await createWorkflows(server.clientOptions).get('wf_1')).toEqual(workflow);
});

test('with validateResponses a broken body is refused, and the place is named', async () => {
  const workflow = {
    workflowId: 'wf_1',
    status: 'running',
    artifacts: [{ url: 'https://a.test/x' }, { url: 7 }],
  };
  await using server = await startReplay({ [RECORD]: { body: { status: 'success', data: { workflow } } } });
  const workflows = createWorkflows({ ...server.clientOptions, validateResponses: true });
  const error = await workflows.get('wf_1').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error).toMatchObject({ message: expect.stringContaining('data.workflow.artifacts.1.url') });
});
