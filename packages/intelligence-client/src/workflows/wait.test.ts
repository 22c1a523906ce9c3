import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { GOLDEN, GOLDEN_EVENTS, goldenStream } from '../../fixtures/golden.ts';
import { eventStream, routesOf, startReplay, withOrigin } from '../../fixtures/replay-server.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import { createWorkflows } from './api.ts';
import { GOLDEN_RUN } from './replay-call.testkit.ts';
import { connection, logFrame, openConnection, record, runRoutes } from './run-log.testkit.ts';
import type { WorkflowEvent } from './types.ts';
import { WorkflowFailedError } from './workflow-failed-error.ts';

const STREAM = `GET /v1/creative-agent/workflows/${GOLDEN_RUN}/events/stream`;

/** The recorded run, whose stream honours `after`. */
function goldenRoutes() {
  return { ...routesOf(GOLDEN.finished), [STREAM]: eventStream(goldenStream()) };
}

const rejection = async (promise: Promise<unknown>): Promise<unknown> =>
  await promise.then(
    (value) => {
      throw new Error(`resolved with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );

test('the recorded run is followed to its finished record', async () => {
  await using server = await startReplay(goldenRoutes());
  const events: WorkflowEvent[] = [];
  const done = await createWorkflows(server.clientOptions).wait(GOLDEN_RUN, {
    async onEvent(event) {
      await Promise.resolve();
      events.push(event);
    },
  });
  expect(events).toEqual(withOrigin(GOLDEN_EVENTS, server.url));
  expect(done).toEqual(withOrigin(GOLDEN.finished.response.body, server.url).data.workflow);
  expect(server.lines()).toEqual([STREAM, STREAM.replace('/events/stream', '')]);
  expect(server.requests[0]?.headers).toMatchObject({ accept: 'text/event-stream' });
});

test('events behind `after` are asked for, and only those are handed out', async () => {
  // A server that ignores the cursor: the whole log comes again.
  await using server = await startReplay(goldenRoutes());
  const sequences: number[] = [];
  const onEvent = ({ sequence }: WorkflowEvent) => void sequences.push(sequence);
  await createWorkflows(server.clientOptions).wait(GOLDEN_RUN, { after: 4, onEvent });
  expect(sequences).toEqual([5, 6, 7, 8]);
  expect(server.lines()[0]).toBe(`${STREAM}?after=4`);
  expect(server.requests[0]?.headers['last-event-id']).toBe('4');
});

test.each([Number.POSITIVE_INFINITY, 2 ** 40])('a total time of %s ms is none', async (timeout) => {
  await using server = await startReplay(goldenRoutes());
  const done = await createWorkflows(server.clientOptions).wait(GOLDEN_RUN, { after: 0, timeout });
  expect(done.status).toBe('completed');
});

test('a partial failure rejects with everything that was finished', async () => {
  const { response } = GOLDEN.partialFailure;
  await using server = await startReplay({
    ...runRoutes({ streams: [connection(5, ['step_failed'], 'partial_failure')], records: [response] }),
  });
  const workflows = createWorkflows(server.clientOptions);
  const error = await rejection(workflows.wait('wf_1'));
  if (!(error instanceof WorkflowFailedError)) throw error;
  expect(error.message).toBe('Workflow wf_p ended as partial_failure: Step clip failed');
  expect(error).toMatchObject({
    kind: 'run',
    status: 'partial_failure',
    hint: expect.stringContaining('resume("wf_p")'),
  });
  expect(error.workflow.artifacts).toHaveLength(1);
  expect(error.failedSteps.map(({ id }) => id)).toEqual(['clip']);

  expect(await workflows.wait('wf_1', { allowPartial: true })).toEqual(error.workflow);
});

test.each([
  ['failed', { error: 'No worker took it' }, 'Workflow wf_1 ended as failed: No worker took it', 'resume'],
  ['cancelled', {}, 'Workflow wf_1 ended as cancelled', 'Start it again'],
])('a %s run rejects, also when partial results are welcome', async (status, more, message, hint) => {
  await using server = await startReplay(
    runRoutes({ streams: [connection(0, [`workflow_${status}`], status)], records: [record(status, more)] }),
  );
  const error = await rejection(createWorkflows(server.clientOptions).wait('wf_1', { allowPartial: true }));
  expect(error).toBeInstanceOf(WorkflowFailedError);
  expect(error).toMatchObject({ message, status, hint: expect.stringContaining(hint), failedSteps: [] });
});

test('a run that lacks credit rejects with the reason and the way on', async () => {
  const { response } = GOLDEN.outOfCredit;
  await using server = await startReplay(
    runRoutes({
      streams: [connection(0, ['workflow_waiting_for_user'], 'waiting_for_user')],
      records: [response],
    }),
  );
  const error = await rejection(createWorkflows(server.clientOptions).wait('wf_1'));
  expect(error).toBeInstanceOf(WaitingForUserError);
  expect(error).toMatchObject({
    id: 'wf_c',
    reason: 'insufficient_credit',
    preview: undefined,
    hint: expect.stringContaining('resume("wf_c")'),
    record: { status: 'waiting_for_user' },
  });
});

test('a pause for cost carries the preview of the record', async () => {
  const billingPreview = { totalEstimatedCapacityUnits: 9 };
  const paused = record('waiting_for_user', {
    waitingReason: 'cost_reauthorization_required',
    billingPreview,
  });
  await using server = await startReplay(
    runRoutes({
      streams: [connection(0, ['workflow_waiting_for_user'], 'waiting_for_user')],
      records: [paused],
    }),
  );
  const error = await rejection(createWorkflows(server.clientOptions).wait('wf_1'));
  expect(error).toMatchObject({
    preview: billingPreview,
    hint: expect.stringContaining('confirmCost("wf_1"'),
  });
});

test('an old pause in a replayed log does not end the wait', async () => {
  const log = ['workflow_started', 'workflow_waiting_for_user', 'workflow_failed', 'workflow_completed'];
  await using server = await startReplay(
    runRoutes({ streams: [connection(0, log, 'completed')], records: [record('completed')] }),
  );
  const types: string[] = [];
  await createWorkflows(server.clientOptions).wait('wf_1', { onEvent: ({ type }) => void types.push(type) });
  expect(types).toEqual(log);
});

test('what onEvent throws rejects the wait and closes the stream', async () => {
  const closed = Promise.withResolvers<void>();
  const stream = openConnection(logFrame(0, 'workflow_started'), closed.resolve);
  await using server = await startReplay(runRoutes({ streams: [stream], records: [record('running')] }));
  const failure = new Error('the disk of the caller is full');
  const waiting = createWorkflows(server.clientOptions).wait('wf_1', {
    onEvent() {
      throw failure;
    },
  });
  expect(await rejection(waiting)).toBe(failure);
  await closed.promise;
  expect(server.requests).toHaveLength(1);
});

test('an abort ends the wait with the reason and the place to go on', async () => {
  const closed = Promise.withResolvers<void>();
  const stream = openConnection(
    logFrame(0, 'workflow_started') + logFrame(1, 'step_started'),
    closed.resolve,
  );
  await using server = await startReplay(runRoutes({ streams: [stream], records: [record('running')] }));
  const controller = new AbortController();
  const waiting = createWorkflows(server.clientOptions).wait('wf_1', {
    signal: controller.signal,
    onEvent: ({ sequence }) => (sequence === 1 ? controller.abort('enough') : undefined),
  });
  const error = await rejection(waiting);
  expect(error).toBeInstanceOf(RequestAbortedError);
  expect(error).toMatchObject({
    name: 'AbortError',
    cause: 'enough',
    hint: expect.stringContaining('{ after: 1 }'),
  });
  await closed.promise;
});

test('an abort ends the wait also while onEvent hangs', async () => {
  const stream = openConnection(logFrame(0, 'workflow_started'));
  await using server = await startReplay(runRoutes({ streams: [stream], records: [record('running')] }));
  const controller = new AbortController();
  const waiting = createWorkflows(server.clientOptions).wait('wf_1', {
    signal: controller.signal,
    onEvent() {
      controller.abort();
      return new Promise(() => {});
    },
  });
  expect(await rejection(waiting)).toBeInstanceOf(RequestAbortedError);
});

test('nothing listens to the signal when the wait is over', async () => {
  await using server = await startReplay(goldenRoutes());
  const { signal } = new AbortController();
  await createWorkflows(server.clientOptions).wait(GOLDEN_RUN, { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a signal that was aborted before costs no request', async () => {
  await using server = await startReplay({});
  const signal = AbortSignal.abort('too late');
  const error = await rejection(createWorkflows(server.clientOptions).wait('wf_1', { signal }));
  expect(error).toMatchObject({ name: 'AbortError', cause: 'too late' });
  expect(server.requests).toHaveLength(0);
});

test('the total time ends a wait over a stream that stays open', async () => {
  const stream = openConnection(logFrame(0, 'workflow_started'));
  await using server = await startReplay(runRoutes({ streams: [stream], records: [record('running')] }));
  const error = await rejection(createWorkflows(server.clientOptions).wait('wf_1', { timeout: 50 }));
  expect(error).toBeInstanceOf(RequestTimeoutError);
  expect(error).toMatchObject({
    name: 'TimeoutError',
    message: 'Waiting for workflow wf_1 took longer than 50 ms',
    hint: expect.stringContaining('workflows.wait("wf_1"'),
  });
});

test('an unknown id and a wrong cursor are told apart', async () => {
  await using server = await startReplay({});
  const workflows = createWorkflows(server.clientOptions);
  const unknown = await rejection(workflows.wait('wf_1'));
  expect(unknown).toBeInstanceOf(NotFoundError);
  expect(unknown).toMatchObject({ message: expect.stringContaining('workflow wf_1') });
  expect(await rejection(workflows.wait('wf_1', { after: -1 }))).toBeInstanceOf(InvalidRequestError);
});
