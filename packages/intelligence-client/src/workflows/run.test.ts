import { expect, test } from 'vitest';
import { GOLDEN } from '../../fixtures/golden.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { connection, openConnection, type RunReplies, record } from './run-log.testkit.ts';
import { onePause, run, started } from './run-replay.testkit.ts';

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
