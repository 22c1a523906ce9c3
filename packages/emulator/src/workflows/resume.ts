import { conflict } from '../http/api-error.ts';
import type { Emulation } from '../http/environment.ts';
import { readBillingMode, readTokenType } from './start-request.ts';
import { checkSubscription } from './start-workflow.ts';
import { releaseWorkflow } from './transitions.ts';
import type { StoredWorkflow } from './types.ts';

/**
 * Sets a paused or failed workflow going again; finished steps are not repeated. `false` when it is running already.
 * Throws 409 for what has ended well or was cancelled, and for a pause that only a cost decision ends.
 */
export function resumeWorkflow(
  workflow: StoredWorkflow,
  fields: Record<string, unknown>,
  { store, clock, scheduler }: Emulation,
): boolean {
  const { status, id, number, state, request } = workflow;
  const tokenType = readTokenType(fields);
  if (status === 'queued' || status === 'running') return false;
  if (status === 'completed' || status === 'cancelled') {
    throw conflict(
      `Workflow ${id} is ${status} and cannot be resumed; start a new one, or reseed a completed one`,
    );
  }
  if (state.waitingReason?.startsWith('cost_')) {
    throw conflict(
      `Workflow ${id} waits for cost approval; answer with POST /v1/creative-agent/workflows/${id}/confirm-cost`,
    );
  }
  const steps = store.steps.all(number);
  const left = request.steps.filter((_, sequence) => steps[sequence]?.status !== 'completed');
  checkSubscription(left, readBillingMode(fields) ?? request.billingMode);
  store.transaction(() => {
    for (const step of steps) {
      if (step.status === 'failed') store.steps.save(number, { ...step, status: 'queued', detail: {} });
    }
    workflow.resumeCount += 1;
    if (tokenType !== undefined) state.tokenType = tokenType;
    releaseWorkflow(store, workflow, clock.now(), 'Resumed by the user');
  });
  store.events.changed(number);
  scheduler.wake(number);
  return true;
}
