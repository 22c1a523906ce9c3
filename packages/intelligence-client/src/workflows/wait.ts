import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { StreamTruncatedError } from '../errors/stream-truncated-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import type { WaitOptions, Workflows } from './namespace.ts';
import { awaitsCostApproval, standing } from './standing.ts';
import { type Interruptions, withinTotalTime } from './total-time.ts';
import type { CostPreview, Workflow } from './types.ts';
import { WorkflowFailedError } from './workflow-failed-error.ts';

/** Follows a workflow to its end, and judges it. */
export async function waitForWorkflow(
  workflows: Workflows,
  id: string,
  options: WaitOptions,
): Promise<Workflow> {
  let { after } = options;
  return await withinTotalTime(
    options,
    interruptions(id, options.timeout, () => after),
    (signal) =>
      follow(workflows, id, {
        ...options,
        signal,
        onEvent(event) {
          after = event.sequence;
          return options.onEvent?.(event);
        },
      }),
  );
}

/** Errors for a wait that its caller ends. `after` tells the last event that was handed out. */
export function interruptions(
  id: string,
  timeout: number | undefined,
  after: () => number | undefined,
): Interruptions {
  const hint = () => {
    const cursor = after();
    return `The run goes on; wait again with workflows.wait("${id}"${cursor === undefined ? '' : `, { after: ${cursor} }`}).`;
  };
  return {
    aborted: (cause) =>
      new RequestAbortedError(`Waiting for workflow ${id} was aborted by its signal`, {
        hint: hint(),
        cause,
      }),
    expired: () =>
      new RequestTimeoutError(`Workflow ${id} did not end within ${timeout} ms`, { hint: hint() }),
  };
}

/**
 * Hands out the events of a workflow until it ends or pauses.
 *
 * @param preview Of the start request: a record need not repeat it.
 */
export async function follow(
  workflows: Workflows,
  id: string,
  { after, signal, onEvent, allowPartial = false }: Omit<WaitOptions, 'timeout'>,
  preview?: CostPreview,
): Promise<Workflow> {
  const stream = workflows.streamEvents(id, { after, signal });
  for await (const event of stream) await onEvent?.(event);
  const record = stream.ending?.record;
  if (record === undefined) {
    throw new StreamTruncatedError(`The events of workflow ${id} were closed before it ended`);
  }
  const { status } = record;
  if (status === 'completed' || (status === 'partial_failure' && allowPartial)) return record;
  throw standing(record) === 'paused' ? pausedError(record, preview) : failedError(record);
}

function failedError(workflow: Workflow): WorkflowFailedError {
  const { workflowId: id, status, error, artifacts = [] } = workflow;
  const reason = typeof error === 'string' ? error : error?.message;
  const next =
    status === 'cancelled'
      ? 'Start it again to run it'
      : `workflows.resume("${id}") runs the unfinished steps`;
  return new WorkflowFailedError(
    `Workflow ${id} ended as ${status}${reason ? `: ${reason}` : ''}`,
    workflow,
    {
      hint: `${next}; error.workflow.artifacts holds what was finished (${artifacts.length}).`,
    },
  );
}

function pausedError(workflow: Workflow, started?: CostPreview): WaitingForUserError<Workflow, CostPreview> {
  const { workflowId: id, waitingReason: reason, billingPreview } = workflow;
  const costs = awaitsCostApproval(workflow);
  return new WaitingForUserError(`Workflow ${id} waits for you: ${reason ?? 'it gives no reason'}`, {
    id,
    reason,
    preview: billingPreview ?? (costs ? started : undefined),
    record: workflow,
    hint: costs
      ? `Approve error.preview with workflows.confirmCost("${id}", ...), then wait again.`
      : `Settle the reason, call workflows.resume("${id}"), then wait again.`,
  });
}
