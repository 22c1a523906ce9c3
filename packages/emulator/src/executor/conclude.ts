import type { Store } from '../store/store.ts';
import { appendEvent } from '../workflows/transitions.ts';
import type { StoredStep, StoredWorkflow } from '../workflows/types.ts';

/**
 * Ends a run whose steps are all done: completed, or failed when no step completed, or a partial failure, whose last
 * log event is a `workflow_completed` with that status. Source: rest-api 19 Q23.
 */
export function conclude(
  store: Store,
  workflow: StoredWorkflow,
  steps: readonly StoredStep[],
  now: number,
): void {
  const failed = steps.find(({ status }) => status === 'failed');
  const completed = steps.some(({ status }) => status === 'completed');
  workflow.status = failed ? (completed ? 'partial_failure' : 'failed') : 'completed';
  const reason = failed?.detail.error;
  const message = failed && `Step ${failed.id} failed${reason ? `: ${reason.message}` : ''}`;
  if (message) workflow.state.error = { message, ...(reason ? { code: reason.code } : {}) };
  const type = workflow.status === 'failed' ? 'workflow_failed' : 'workflow_completed';
  appendEvent(store, workflow, now, type, message ? { message } : {});
  store.workflows.save(workflow);
}
