import { SogniError, type SogniErrorOptions } from '../errors/sogni-error.ts';
import type { Workflow, WorkflowStep } from './types.ts';

/**
 * A workflow ended as `failed`, `partial_failure` or `cancelled`. `workflow` is the whole record: every artifact that
 * was finished is in it.
 */
export class WorkflowFailedError extends SogniError {
  override readonly name: string = 'WorkflowFailedError';
  /** How it ended: `failed`, `partial_failure` or `cancelled`. */
  readonly status: Workflow['status'];
  /** The record as it was read at the end. */
  readonly workflow: Workflow;
  /** The steps of the record with status `failed`. */
  readonly failedSteps: WorkflowStep[];

  constructor(message: string, workflow: Workflow, options: SogniErrorOptions = {}) {
    super('run', message, options);
    this.status = workflow.status;
    this.workflow = workflow;
    this.failedSteps = (workflow.steps ?? []).filter((step) => step.status === 'failed');
  }
}
