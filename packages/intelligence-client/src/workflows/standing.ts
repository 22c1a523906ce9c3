import type { Workflow, WorkflowEvent } from './types.ts';

const TERMINAL: readonly string[] = ['completed', 'partial_failure', 'failed', 'cancelled'];

const SIGNALS: readonly string[] = [
  'workflow_completed',
  'workflow_failed',
  'workflow_cancelled',
  'workflow_waiting_for_user',
];

const COST_REASONS: readonly string[] = ['cost_approval_required', 'cost_reauthorization_required'];

/** Where a workflow stands. A status this SDK does not know counts as running. Source: rest-api 8.6. */
export function standing({ status }: Workflow): 'running' | 'paused' | 'terminal' {
  if (TERMINAL.includes(status)) return 'terminal';
  return status === 'waiting_for_user' ? 'paused' : 'running';
}

/** Whether an event may mean that the run has ended or paused, so that the record is worth reading. */
export function isSignal({ type }: WorkflowEvent): boolean {
  return SIGNALS.includes(type);
}

/** Whether a workflow waits, and `confirmCost` is the way out. Source: rest-api 8.6. */
export function awaitsCostApproval({ status, waitingReason = '', awaitingCostApproval }: Workflow): boolean {
  if (status !== 'waiting_for_user') return false;
  return awaitingCostApproval ?? COST_REASONS.includes(waitingReason);
}
