import { badRequest, conflict } from '../http/api-error.ts';
import { field } from '../http/body.ts';
import type { Emulation } from '../http/environment.ts';
import { checkAccepted } from './cost-preview.ts';
import { cancelWorkflow, releaseWorkflow } from './transitions.ts';
import type { StoredWorkflow } from './types.ts';

/** Words a decision may be made with. Source: contracts 14. */
const DECISIONS: Record<string, 'confirm' | 'cancel'> = {
  confirm: 'confirm',
  approved: 'confirm',
  cancel: 'cancel',
  rejected: 'cancel',
  cancelled: 'cancel',
};

/**
 * Answers the cost question of a waiting workflow. An empty body confirms; a body that confirms has to carry the preview.
 * The key that answered it may answer it again; without it, or with another, an answered workflow gives 409.
 * Source: rest-api 8.11, 19 Q2.
 */
export function confirmCost(
  workflow: StoredWorkflow,
  fields: Record<string, unknown>,
  key: string | undefined,
  { store, clock, scheduler }: Emulation,
): void {
  const { wallet, number, id } = workflow;
  const route = `confirm-cost ${id}`;
  if (key !== undefined && store.idempotency.find(wallet, route, key) !== undefined) return;
  const decision = decisionOf(fields);
  const waits = workflow.status === 'waiting_for_user' && workflow.state.waitingReason?.startsWith('cost_');
  if (!waits) throw conflict(`Workflow is not awaiting cost approval: ${id} is ${workflow.status}`);
  const now = clock.now();
  const accepted = field(fields, 'accepted_cost_preview') ?? undefined;
  if (decision === 'confirm' && Object.keys(fields).length > 0 && accepted === undefined) {
    throw badRequest(
      `Confirming the cost of workflow ${id} needs acceptedCostPreview, the preview as it was received`,
    );
  }
  if (decision === 'confirm' && accepted !== undefined) checkAccepted(workflow, accepted, now);
  store.transaction(() => {
    if (decision === 'confirm') releaseWorkflow(store, workflow, now, 'The cost was approved');
    else cancelWorkflow(store, workflow, now, 'The cost was declined');
    if (key !== undefined) store.idempotency.keep(wallet, route, key, number);
  });
  store.events.changed(number);
  if (decision === 'confirm') scheduler.wake(number);
}

function decisionOf({ decision = 'confirm' }: Record<string, unknown>): 'confirm' | 'cancel' {
  const known =
    typeof decision === 'string' && Object.hasOwn(DECISIONS, decision) ? DECISIONS[decision] : undefined;
  if (known) return known;
  throw badRequest(`decision is ${JSON.stringify(decision)}; use "confirm" or "cancel"`);
}
