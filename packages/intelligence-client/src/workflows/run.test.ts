import { expect, test } from 'vitest';
import { GOLDEN } from '../../fixtures/golden.ts';
import { type ReplayServer, startReplay } from '../../fixtures/replay-server.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import { createWorkflows } from './api.ts';
import type { RunOptions } from './namespace.ts';
import { connection, openConnection, type RunReplies, record, runRoutes } from './run-log.testkit.ts';
import type { CostPreview, StartParams, Workflow } from './types.ts';

const TEMPLATE: StartParams = { templateId: 'wf_t', inputs: { subject: 'A teapot' } };
const CONFIRM = 'POST /v1/creative-agent/workflows/wf_1/confirm-cost';
const preview = (units: number): CostPreview => ({ totalEstimatedCapacityUnits: units });

const started = {
  status: 201,
  body: { status: 'success', data: { workflow: { workflowId: 'wf_1', status: 'queued' } } },
};
/** A template start as in rest-api 20.15: the preview stands beside the record, not in it. */
const startedPaused = {
  status: 202,
  body: {
    status: 'success',
    data: {
      workflow: { workflowId: 'wf_1', status: 'waiting_for_user', waitingReason: 'cost_approval_required' },
      waitingForCostApproval: true,
      preview: preview(9),
    },
  },
};
const PAUSE = { waitingReason: 'cost_approval_required', awaitingCostApproval: true };
const paused = (more: object = {}) => record('waiting_for_user', { ...PAUSE, ...more });
const pausedStream = (from: number) => connection(from, ['workflow_waiting_for_user'], 'waiting_for_user');
const conflict = GOLDEN.notAwaitingApproval.response;

interface Outcome {
  server: ReplayServer;
  workflow: Workflow | undefined;
  error: unknown;
  sequences: number[];
  /** Previews that were confirmed. */
  confirmed: unknown[];
}

async function run(replies: RunReplies, options: RunOptions = {}, params = TEMPLATE): Promise<Outcome> {
  await using server = await startReplay(runRoutes({ start: startedPaused, ...replies }));
  const sequences: number[] = [];
  const outcome: Outcome = { server, workflow: undefined, error: undefined, sequences, confirmed: [] };
  try {
    outcome.workflow = await createWorkflows(server.clientOptions).run(params, {
      onEvent: ({ sequence }) => void sequences.push(sequence),
      ...options,
    });
  } catch (error) {
    outcome.error = error;
  }
  outcome.confirmed = server.requests
    .filter(({ method, path }) => `${method} ${path}` === CONFIRM)
    .map(({ body }) => JSON.parse(body).acceptedCostPreview);
  return outcome;
}

/** A run that pauses once for cost and completes when that is confirmed. */
const onePause = (): RunReplies => ({
  streams: [pausedStream(0), connection(1, ['workflow_started', 'workflow_completed'], 'completed')],
  records: [paused(), record('completed')],
  confirmations: [record('queued')],
});

test('an inline plan runs to its record under the key that was given', async () => {
  const stream = connection(0, ['workflow_started', 'workflow_completed'], 'completed');
  const { server, workflow, sequences } = await run(
    { start: started, streams: [stream], records: [record('completed')] },
    { idempotencyKey: 'key-1' },
    { input: { steps: [{ toolName: 'generate_image', arguments: {} }] } },
  );
  expect(workflow).toMatchObject({ workflowId: 'wf_1', status: 'completed' });
  expect(sequences).toEqual([0, 1]);
  expect(server.requests[0]?.headers['idempotency-key']).toBe('key-1');
});

test('approving every cost confirms the preview of the start and goes on behind the pause', async () => {
  const { server, workflow, sequences, confirmed, error } = await run(onePause(), { approveCost: true });
  expect(error).toBeUndefined();
  expect(workflow?.status).toBe('completed');
  expect(sequences).toEqual([0, 1, 2]);
  expect(confirmed).toEqual([preview(9)]);
  expect(server.requests.find(({ path }) => path.includes('after='))?.path).toContain('after=0');
});

test('a function is shown each preview and may take its time', async () => {
  const shown: CostPreview[] = [];
  const { confirmed } = await run(onePause(), {
    async approveCost(cost) {
      shown.push(cost);
      return await Promise.resolve(true);
    },
  });
  expect(shown).toEqual([preview(9)]);
  expect(confirmed).toEqual([preview(9)]);
});

test.each([
  ['nothing decides', undefined],
  ['the function says no', () => false],
])('the run stays paused, with its preview, when %s', async (_, approveCost) => {
  const { error, confirmed } = await run(onePause(), { approveCost });
  expect(error).toBeInstanceOf(WaitingForUserError);
  expect(error).toMatchObject({ id: 'wf_1', preview: preview(9), reason: 'cost_approval_required' });
  expect(confirmed).toEqual([]);
});

test('several pauses are answered one by one, and every event comes once', async () => {
  const { sequences, confirmed, error } = await run(
    {
      streams: [pausedStream(0), pausedStream(1), connection(2, ['workflow_completed'], 'completed')],
      records: [
        paused(),
        paused({ waitingReason: 'cost_reauthorization_required', billingPreview: preview(12) }),
        record('completed'),
      ],
      confirmations: [record('queued')],
    },
    { approveCost: true },
  );
  expect(error).toBeUndefined();
  expect(sequences).toEqual([0, 1, 2]);
  expect(confirmed).toEqual([preview(9), preview(12)]);
});

test('a pause that is not about cost is left to the caller', async () => {
  const { error, confirmed } = await run(
    {
      streams: [pausedStream(0)],
      records: [record('waiting_for_user', { waitingReason: 'insufficient_credit' })],
    },
    { approveCost: true },
  );
  expect(error).toMatchObject({
    name: 'WaitingForUserError',
    reason: 'insufficient_credit',
    preview: undefined,
  });
  expect(confirmed).toEqual([]);
});

test('a cost pause without any preview is left to the caller', async () => {
  const { error, confirmed } = await run(
    { start: started, streams: [pausedStream(0)], records: [paused()] },
    { approveCost: true },
  );
  expect(error).toMatchObject({ name: 'WaitingForUserError', preview: undefined });
  expect(confirmed).toEqual([]);
});

test('a stale preview is asked about again with the new one', async () => {
  const shown: number[] = [];
  const { confirmed, workflow } = await run(
    {
      streams: [pausedStream(0), pausedStream(1), connection(1, ['workflow_completed'], 'completed')],
      records: [
        paused({ billingPreview: preview(5) }),
        paused({ billingPreview: preview(6) }),
        record('completed'),
      ],
      confirmations: [conflict, record('queued')],
    },
    {
      approveCost(cost) {
        shown.push(cost.totalEstimatedCapacityUnits);
        return true;
      },
    },
  );
  expect(shown).toEqual([5, 6]);
  expect(confirmed).toEqual([preview(5), preview(6)]);
  expect(workflow?.status).toBe('completed');
});

test('a dearer preview that is turned down is the one the error carries', async () => {
  const { error } = await run(
    {
      streams: [pausedStream(0)],
      records: [paused({ billingPreview: preview(5) }), paused({ billingPreview: preview(600) })],
      confirmations: [conflict],
    },
    { approveCost: (cost) => cost.totalEstimatedCapacityUnits < 100 },
  );
  expect(error).toMatchObject({ name: 'WaitingForUserError', preview: preview(600) });
});

test('a pause that somebody else has answered does not stop the run', async () => {
  const { workflow } = await run({ ...onePause(), confirmations: [conflict] }, { approveCost: true });
  expect(workflow?.status).toBe('completed');
});

test('a confirmation that is refused again and again is given up', async () => {
  const { error, confirmed } = await run(
    {
      streams: [pausedStream(0)],
      records: [paused({ billingPreview: preview(5) })],
      confirmations: [conflict],
    },
    { approveCost: true },
  );
  expect(error).toBeInstanceOf(ConflictError);
  expect(confirmed).toHaveLength(3);
});

test('what approveCost throws rejects the run', async () => {
  const failure = new Error('the form was closed');
  const { error, confirmed } = await run(onePause(), {
    approveCost() {
      throw failure;
    },
  });
  expect(error).toBe(failure);
  expect(confirmed).toEqual([]);
});

test('a partial result resolves only when it is welcome', async () => {
  const replies: RunReplies = {
    start: started,
    streams: [connection(0, ['step_failed'], 'partial_failure')],
    records: [record('partial_failure')],
  };
  expect((await run(replies, { allowPartial: true })).workflow?.status).toBe('partial_failure');
  expect((await run(replies)).error).toMatchObject({
    name: 'WorkflowFailedError',
    status: 'partial_failure',
  });
});

test('a start that is refused rejects with its own error', async () => {
  const { error, server } = await run({ start: GOLDEN.tooManyActive.response, streams: [], records: [] });
  expect(error).toBeInstanceOf(ConflictError);
  expect(server.requests).toHaveLength(1);
});

test('the total time covers the start, and the error says how to pick it up', async () => {
  const { error } = await run(
    { start: () => {}, streams: [], records: [] },
    { timeout: 50, idempotencyKey: 'key-1' },
  );
  expect(error).toBeInstanceOf(RequestTimeoutError);
  expect(error).toMatchObject({
    idempotencyKey: 'key-1',
    outcome: 'unknown',
    hint: expect.stringContaining('key-1'),
  });
});

test('an abort ends a decision that never comes', async () => {
  const controller = new AbortController();
  const { error, confirmed } = await run(onePause(), {
    signal: controller.signal,
    approveCost() {
      controller.abort();
      return new Promise(() => {});
    },
  });
  expect(error).toMatchObject({
    name: 'AbortError',
    hint: expect.stringContaining('workflows.wait("wf_1", { after: 0 })'),
  });
  expect(confirmed).toEqual([]);
});

test('an abort during the start has an unknown outcome, one before it none', async () => {
  const controller = new AbortController();
  const during = await run(
    { start: () => controller.abort('enough'), streams: [], records: [] },
    { signal: controller.signal },
  );
  expect(during.error).toBeInstanceOf(RequestAbortedError);
  expect(during.error).toMatchObject({
    cause: 'enough',
    outcome: 'unknown',
    idempotencyKey: expect.any(String),
  });

  const before = await run({ streams: [], records: [] }, { signal: AbortSignal.abort('never') });
  expect(before.error).toMatchObject({ name: 'AbortError', cause: 'never', outcome: 'rejected' });
  expect(before.server.requests).toEqual([]);
});

test('an abort during the stream ends the run of this process, not the one of the server', async () => {
  const controller = new AbortController();
  const { error, server } = await run(
    {
      start: started,
      streams: [openConnection('id: 0\ndata: {"sequence":0,"type":"custom"}\n\n')],
      records: [],
    },
    { signal: controller.signal, onEvent: () => controller.abort() },
  );
  expect(error).toMatchObject({ name: 'AbortError', hint: expect.stringContaining('The run goes on') });
  expect(server.lines().filter((line) => line.includes('cancel'))).toEqual([]);
});
