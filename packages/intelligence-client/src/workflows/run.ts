import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import type { Outcome } from '../errors/sogni-error.ts';
import { createIdempotencyKey } from '../transport/idempotency.ts';
import { follow } from './follow.ts';
import type { RunOptions, Workflows } from './namespace.ts';
import { type Interruptions, withinTotalTime } from './total-time.ts';
import type { StartParams, Workflow, WorkflowEvent } from './types.ts';
import { interruptions } from './wait.ts';

/** Starts a workflow and follows it to its end, answering cost pauses on the way. */
export async function runWorkflow(
  workflows: Workflows,
  params: StartParams,
  options: RunOptions,
): Promise<Workflow> {
  const { approveCost, onEvent, allowPartial, timeout, idempotencyKey = createIdempotencyKey() } = options;
  let outcome: Outcome = 'rejected';
  let following: Interruptions | undefined;
  let after: number | undefined;
  const watch = (event: WorkflowEvent) => {
    after = event.sequence;
    return onEvent?.(event);
  };

  const work = async (signal: AbortSignal): Promise<Workflow> => {
    outcome = 'unknown';
    const { workflow, costPreview } = await workflows.start(params, { signal, idempotencyKey });
    const id = workflow.workflowId;
    following = interruptions(id, timeout, () => after);
    return await follow(workflows, id, { signal, onEvent: watch, allowPartial, approveCost }, costPreview);
  };

  const facts = () => ({
    idempotencyKey,
    outcome,
    hint:
      outcome === 'rejected'
        ? 'Nothing was sent.'
        : `It may have started. Run it again with the idempotency key ${idempotencyKey}: nothing is paid twice.`,
  });
  return await withinTotalTime(
    options,
    {
      aborted: (cause) =>
        following?.aborted(cause) ??
        new RequestAbortedError('The start of a workflow was aborted by its signal', { ...facts(), cause }),
      expired: () =>
        following?.expired() ??
        new RequestTimeoutError(`The start of a workflow took longer than ${timeout} ms`, facts()),
    },
    work,
  );
}
