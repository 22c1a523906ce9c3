import { ConflictError } from '../errors/conflict-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import type { Outcome } from '../errors/sogni-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import { createIdempotencyKey } from '../transport/idempotency.ts';
import type { RunOptions, Workflows } from './namespace.ts';
import { awaitsCostApproval } from './standing.ts';
import { type Interruptions, withinTotalTime } from './total-time.ts';
import type { CostPreview, StartParams, Workflow, WorkflowEvent } from './types.ts';
import { follow, interruptions } from './wait.ts';

/** Refused confirmations in a row: each preview may have expired between reading and answering it. */
const MAX_CONFLICTS = 3;

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
    let preview = costPreview;
    for (let conflicts = 0; ; ) {
      try {
        return await follow(workflows, id, { after, signal, onEvent: watch, allowPartial }, preview);
      } catch (error) {
        if (approveCost === undefined || !isCostPause(error) || error.preview === undefined) throw error;
        if (approveCost !== true && !(await approveCost(error.preview))) throw error;
        const answer = { decision: 'confirm', acceptedCostPreview: error.preview } as const;
        const refusal = await workflows.confirmCost(id, answer, { signal }).then(() => undefined, asConflict);
        conflicts = refusal ? conflicts + 1 : 0;
        if (conflicts === MAX_CONFLICTS) throw refusal;
        // Stale, or answered by somebody else meanwhile: the record knows, and following on reads it.
        preview = undefined;
      }
    }
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

function isCostPause(error: unknown): error is WaitingForUserError<Workflow, CostPreview> {
  return error instanceof WaitingForUserError && awaitsCostApproval(error.record as Workflow);
}

/** Any other failure to confirm is final. */
function asConflict(error: unknown): ConflictError {
  if (error instanceof ConflictError) return error;
  throw error;
}
