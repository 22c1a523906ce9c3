import type { WaitingReason } from '@sogni/intelligence-client/workflows';
import type { Store } from '../store/store.ts';
import { createPreview } from './cost-preview.ts';
import type { StoredWorkflow } from './types.ts';

/** What an event adds to its type. */
export interface EventDetail {
  status?: string;
  message?: string;
  data?: Record<string, unknown>;
}

/**
 * Appends an entry to a workflow's log. The caller saves the workflow in the same transaction: the length of the log
 * is part of the record, and that is what keeps sequences gap-free.
 */
export function appendEvent(
  store: Store,
  workflow: StoredWorkflow,
  now: number,
  type: string,
  detail: EventDetail = {},
): void {
  const sequence = workflow.nextSequence;
  workflow.nextSequence += 1;
  workflow.updatedAt = now;
  const event = {
    id: `evt_${sequence}`,
    workflowId: workflow.id,
    sequence,
    timestamp: new Date(now).toISOString(),
    type,
    status: workflow.status,
    ...detail,
  };
  store.events.insert(workflow.number, sequence, JSON.stringify(event));
}

/** The log of every run begins with `workflow_started`, also when the run is paused or cancelled before it could run. */
export function ensureStarted(store: Store, workflow: StoredWorkflow, now: number): void {
  if (workflow.nextSequence === 0) appendEvent(store, workflow, now, 'workflow_started');
}

/** Pauses a workflow until the user acts. */
export function pauseWorkflow(
  store: Store,
  workflow: StoredWorkflow,
  now: number,
  reason: WaitingReason,
  message: string,
): void {
  ensureStarted(store, workflow, now);
  workflow.status = 'waiting_for_user';
  workflow.state.waitingReason = reason;
  if (reason.startsWith('cost_')) {
    workflow.state.preview = createPreview(workflow.request, workflow.state.tokenType, now);
  }
  const { preview } = workflow.state;
  const data = { waitingReason: reason, ...(preview ? { preview } : {}) };
  appendEvent(store, workflow, now, 'workflow_waiting_for_user', { message, data });
  store.workflows.save(workflow);
}

/** Sets a paused or ended workflow going again. */
export function releaseWorkflow(store: Store, workflow: StoredWorkflow, now: number, message: string): void {
  workflow.status = 'queued';
  delete workflow.state.waitingReason;
  delete workflow.state.preview;
  delete workflow.state.error;
  appendEvent(store, workflow, now, 'custom', { message, data: { action: 'resumed' } });
  store.workflows.save(workflow);
}

/** Ends a workflow at the user's wish; steps that had not finished are cancelled with it. */
export function cancelWorkflow(store: Store, workflow: StoredWorkflow, now: number, message: string): void {
  ensureStarted(store, workflow, now);
  workflow.status = 'cancelled';
  delete workflow.state.waitingReason;
  delete workflow.state.preview;
  for (const step of store.steps.all(workflow.number)) {
    if (step.status === 'completed' || step.status === 'failed') continue;
    store.steps.save(workflow.number, { ...step, status: 'cancelled' });
  }
  appendEvent(store, workflow, now, 'workflow_cancelled', { message });
  store.workflows.save(workflow);
}
