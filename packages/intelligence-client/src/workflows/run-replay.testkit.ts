import { type ReplayServer, startReplay } from '../../fixtures/replay-server.ts';
import { createWorkflows } from './api.ts';
import type { RunOptions } from './namespace.ts';
import { connection, type RunReplies, record, runRoutes } from './run-log.testkit.ts';
import type { CostPreview, StartParams, Workflow } from './types.ts';

const TEMPLATE: StartParams = { templateId: 'wf_t', inputs: { subject: 'A teapot' } };
const CONFIRM = 'POST /v1/creative-agent/workflows/wf_1/confirm-cost';
export const preview = (units: number): CostPreview => ({ totalEstimatedCapacityUnits: units });

export const started = {
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
export const paused = (more: object = {}) => record('waiting_for_user', { ...PAUSE, ...more });
export const pausedStream = (from: number) =>
  connection(from, ['workflow_waiting_for_user'], 'waiting_for_user');

export interface RunOutcome {
  server: ReplayServer;
  workflow: Workflow | undefined;
  error: unknown;
  sequences: number[];
  /** Previews that were confirmed. */
  confirmed: unknown[];
}

export async function run(
  replies: RunReplies,
  options: RunOptions = {},
  params = TEMPLATE,
): Promise<RunOutcome> {
  await using server = await startReplay(runRoutes({ start: startedPaused, ...replies }));
  const sequences: number[] = [];
  const outcome: RunOutcome = { server, workflow: undefined, error: undefined, sequences, confirmed: [] };
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
export const onePause = (): RunReplies => ({
  streams: [pausedStream(0), connection(1, ['workflow_started', 'workflow_completed'], 'completed')],
  records: [paused(), record('completed')],
  confirmations: [record('queued')],
});
