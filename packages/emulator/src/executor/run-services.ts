import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { PlanStep, StoredStep, StoredWorkflow } from '../workflows/types.ts';
import type { Renders } from './renders.ts';
import type { Reservations } from './reservations.ts';
import { StepError } from './step-error.ts';

/** What runs need. */
export interface RunServices {
  store: Store;
  clock: Clock;
  renders: Renders;
  reservations: Reservations;
  /** Milliseconds a step takes. */
  stepDelay: number;
}

/** A step that goes ahead, with its credit set aside until `release` is called. */
export interface ActiveStep {
  plan: PlanStep;
  step: StoredStep;
  release: () => void;
}

/** Changes a workflow in one transaction, unless it has been cancelled or paused meanwhile, and tells its readers. */
export function changeRun<T>(
  { store }: RunServices,
  number: number,
  change: (workflow: StoredWorkflow) => T,
): T | undefined {
  const result = store.transaction(() => {
    const workflow = store.workflows.get(number);
    return isActive(workflow) ? change(workflow) : undefined;
  });
  store.events.changed(number);
  return result;
}

/** Whether a workflow has work to do. */
export function isActive({ status }: StoredWorkflow): boolean {
  return status === 'queued' || status === 'running';
}

/** Any error as one a step can end with. */
export function asStepError(error: unknown): StepError {
  if (error instanceof StepError) return error;
  return new StepError('UNKNOWN_ERROR', error instanceof Error ? error.message : String(error));
}
