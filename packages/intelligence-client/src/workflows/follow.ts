import { ConflictError } from '../errors/conflict-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import type { WaitOptions, Workflows } from './namespace.ts';
import { awaitsCostApproval, standing } from './standing.ts';
import type { CostPreview, Workflow, WorkflowEvent } from './types.ts';
import { WorkflowFailedError } from './workflow-failed-error.ts';

/** Refused confirmations in a row: each preview may have expired between reading and answering it. */
const MAX_CONFLICTS = 3;

/**
 * Hands out the events of a workflow until it ends, or pauses in a way that is not to be answered here.
 *
 * @param started Preview of the start request: a record need not repeat it.
 */
export async function follow(
  workflows: Workflows,
  id: string,
  { after, signal, onEvent, allowPartial = false, approveCost }: Omit<WaitOptions, 'timeout'>,
  started?: CostPreview,
): Promise<Workflow> {
  let cursor = after;
  let preview = started;
  const watch = (event: WorkflowEvent) => {
    cursor = event.sequence;
    return onEvent?.(event);
  };
  for (let conflicts = 0; ; ) {
    const record = await readToEnd(workflows, id, { after: cursor, signal, onEvent: watch });
    const { status } = record;
    if (status === 'completed' || (status === 'partial_failure' && allowPartial)) return record;
    if (standing(record) !== 'paused') throw failedError(record);

    const pause = pausedError(record, preview);
    if (!awaitsCostApproval(record) || pause.preview === undefined) throw pause;
    if (!(await isApproved(approveCost, pause.preview))) throw pause;
    const answer = { decision: 'confirm', acceptedCostPreview: pause.preview } as const;
    const refusal = await workflows.confirmCost(id, answer, { signal }).then(() => undefined, asConflict);
    conflicts = refusal ? conflicts + 1 : 0;
    if (conflicts === MAX_CONFLICTS) throw refusal;
    // Stale, or answered by somebody else meanwhile: the record knows, and following on reads it.
    preview = undefined;
  }
}

/** Only `true` spends money: a promise that was not awaited, or a word, does not. */
async function isApproved(approve: WaitOptions['approveCost'], preview: CostPreview): Promise<boolean> {
  return approve === true || (typeof approve === 'function' && (await approve(preview)) === true);
}

async function readToEnd(
  workflows: Workflows,
  id: string,
  { after, signal, onEvent }: Pick<WaitOptions, 'after' | 'signal' | 'onEvent'>,
): Promise<Workflow> {
  const stream = workflows.streamEvents(id, { after, signal });
  for await (const event of stream) await onEvent?.(event);
  // Only a stream that was closed lacks the record, and nobody else can close this one.
  return stream.ending?.record ?? (await workflows.get(id, { signal }));
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
    { hint: `${next}; error.workflow.artifacts holds what was finished (${artifacts.length}).` },
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

/** Any other failure to confirm is final. */
function asConflict(error: unknown): ConflictError {
  if (error instanceof ConflictError) return error;
  throw error;
}
