import { ConflictError } from '../errors/conflict-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import type { ApproveCost, RunOptions, Workflows } from './namespace.ts';
import { awaitsCostApproval } from './standing.ts';
import type { CostPreview, StartParams, Workflow, WorkflowEvent } from './types.ts';

/** Starts a workflow and follows it to its end, answering cost pauses on the way. */
export async function runWorkflow(
  workflows: Workflows,
  params: StartParams,
  options: RunOptions,
): Promise<Workflow> {
  const { approveCost, onEvent, signal, timeout, allowPartial, idempotencyKey } = options;
  const deadline = timeout === undefined ? undefined : Date.now() + timeout;
  const { workflow } = await workflows.start(params, { signal, idempotencyKey });
  let after: number | undefined;
  const watch = async (event: WorkflowEvent) => {
    after = event.sequence;
    await onEvent?.(event);
  };
  for (;;) {
    // A wait of 0 ms would be refused as no timeout at all.
    const remaining = deadline && Math.max(1, deadline - Date.now());
    try {
      return await workflows.wait(workflow.workflowId, {
        signal,
        timeout: remaining,
        allowPartial,
        after,
        onEvent: watch,
      });
    } catch (error) {
      if (!isCostPause(error) || approveCost === undefined) throw error;
      const approved = await answerCostPause(workflows, error.record, approveCost, signal);
      if (!approved) throw error;
    }
  }
}

function isCostPause(error: unknown): error is WaitingForUserError<Workflow, CostPreview> {
  return error instanceof WaitingForUserError && awaitsCostApproval(error.record as Workflow);
}

/** Previews approved in a row for one pause: each is stale only if it expired between reading and answering. */
const MAX_STALE_PREVIEWS = 3;

/** Whether the pause is over: approved here, or answered by somebody else in the meantime. */
async function answerCostPause(
  workflows: Workflows,
  paused: Workflow,
  approve: ApproveCost,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const id = paused.workflowId;
  let preview = paused.billingPreview;
  for (let tries = 1; preview !== undefined; tries += 1) {
    if (approve !== true && !(await approve(preview))) return false;
    try {
      await workflows.confirmCost(id, { decision: 'confirm', acceptedCostPreview: preview }, { signal });
      return true;
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === MAX_STALE_PREVIEWS) throw error;
      const current = await workflows.get(id, { signal });
      if (!awaitsCostApproval(current)) return true;
      preview = current.billingPreview;
    }
  }
  return false;
}
