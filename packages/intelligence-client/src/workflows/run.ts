import { createIdempotencyKey } from '../transport/idempotency.ts';
import { follow } from './follow.ts';
import type { RunOptions, Workflows } from './namespace.ts';
import { type Progress, withinTotalTime } from './total-time.ts';
import type { StartParams, Workflow, WorkflowEvent } from './types.ts';
import { waiting } from './wait.ts';
import { checkRun } from './wait-checks.ts';

/** Starts a workflow and follows it to its end, answering cost pauses on the way. */
export async function runWorkflow(
  workflows: Workflows,
  params: StartParams,
  options: RunOptions,
): Promise<Workflow> {
  checkRun(options);
  const { approveCost, onEvent, allowPartial, idempotencyKey = createIdempotencyKey() } = options;
  const what = 'The start of a workflow';
  let progress: Progress = { what, idempotencyKey, hint: 'Nothing was sent.' };
  const work = async (signal: AbortSignal): Promise<Workflow> => {
    progress = {
      what,
      idempotencyKey,
      outcome: 'unknown',
      hint: `It may have started. Run it again with the idempotency key ${idempotencyKey}: nothing is paid twice.`,
    };
    const { workflow, costPreview } = await workflows.start(params, { signal, idempotencyKey });
    const id = workflow.workflowId;
    progress = waiting(id, undefined);
    const watch = (event: WorkflowEvent) => {
      progress = waiting(id, event.sequence);
      return onEvent?.(event);
    };
    return await follow(workflows, id, { signal, onEvent: watch, allowPartial, approveCost }, costPreview);
  };
  return await withinTotalTime(options, () => progress, work);
}
