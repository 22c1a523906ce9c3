import type { WaitingReason } from '@sogni/intelligence-client/workflows';
import type { StartFault } from '../faults/catalog.ts';
import type { PlanStep, StoredWorkflow } from '../workflows/types.ts';
import { StepError } from './step-error.ts';

const PAUSES: Partial<Record<StartFault['name'], string>> = {
  insufficient_credit: 'The wallet has too little credit for the next step; add credit and resume, or cancel',
  safety_review_required: 'The content filter asks for a review; resume to go on, or cancel',
};

/** The pause a workflow was started with, if it has not happened yet. */
export function plannedPause({
  state,
}: StoredWorkflow): { waitingReason: WaitingReason; message: string } | undefined {
  const { fault } = state;
  const message = fault && PAUSES[fault.name];
  return message ? { waitingReason: fault.name, message: fault.message ?? message } : undefined;
}

/** The failure a workflow was started with, if this step is the one it hits. */
export function plannedFailure(
  steps: readonly PlanStep[],
  fault: StartFault | undefined,
  stepId: string,
): StepError | undefined {
  if (fault?.name !== 'failed_step' && fault?.name !== 'partial_failure') return undefined;
  const hit = fault.step ?? steps.at(fault.name === 'failed_step' ? 0 : -1)?.id;
  if (hit !== stepId) return undefined;
  return new StepError(fault.code ?? 'GPU_WORKER_FAILED', fault.message ?? 'The worker ran out of memory');
}
