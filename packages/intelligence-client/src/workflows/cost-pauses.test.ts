import { expect, test } from 'vitest';
import { GOLDEN } from '../../fixtures/golden.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import { connection, record } from './run-log.testkit.ts';
import { onePause, paused, pausedStream, preview, run, started } from './run-replay.testkit.ts';
import type { CostPreview } from './types.ts';

const conflict = GOLDEN.notAwaitingApproval.response;

test('approving every cost confirms the preview of the start and goes on behind the pause', async () => {
  const { server, workflow, sequences, confirmed, error } = await run(onePause(), { approveCost: true });
  expect(error).toBeUndefined();
  expect(workflow?.status).toBe('completed');
  expect(sequences).toEqual([0, 1, 2]);
  expect(confirmed).toEqual([preview(9)]);
  const streams = server.lines().filter((line) => line.includes('/events/stream'));
  expect(streams.map((line) => line.split('/events/stream')[1])).toEqual(['', '?after=0']);
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
  // What a caller without types may pass: nothing but `true` spends money.
  ['the function gives a word', () => JSON.parse('"yes"') as boolean],
])('the run stays paused, with its preview, when %s', async (_, approveCost) => {
  const { error, confirmed } = await run(onePause(), { approveCost });
  expect(error).toBeInstanceOf(WaitingForUserError);
  expect(error).toMatchObject({ id: 'wf_1', preview: preview(9), reason: 'cost_approval_required' });
  expect(confirmed).toEqual([]);
});

test('an answer that is neither true nor a function is refused before anything is started', async () => {
  const { server, error } = await run(onePause(), { approveCost: JSON.parse('false') as true });
  expect(error).toMatchObject({ name: 'InvalidRequestError', issues: [{ path: 'approveCost' }] });
  expect(server.lines()).toEqual([]);
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

test('the preview of the start is not approved again once it was refused as stale', async () => {
  const { error, confirmed } = await run(
    { streams: [pausedStream(0)], records: [paused()], confirmations: [conflict] },
    { approveCost: true },
  );
  expect(confirmed).toEqual([preview(9)]);
  expect(error).toMatchObject({ name: 'WaitingForUserError', preview: undefined });
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
