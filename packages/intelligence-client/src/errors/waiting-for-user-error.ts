import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** Facts about a run that waits. */
export interface WaitingForUserDetails<Record, Preview> extends SogniErrorOptions {
  /** Id of the run. */
  id: string;
  /** The run's `waitingReason`, where it gives one. */
  reason: string | undefined;
  /** The cost preview to approve, when that is what it waits for. */
  preview: Preview | undefined;
  /** The run as it was read when it paused. */
  record: Record;
}

/**
 * A run waits for an answer. Nothing is lost: answer (`confirmCost` for the cost reasons, else `resume`) and wait
 * again.
 */
export class WaitingForUserError<Record = unknown, Preview = unknown> extends SogniError {
  override readonly name: string = 'WaitingForUserError';
  /** Id of the run; `confirmCost`, `resume` and `wait` take it. */
  readonly id: string;
  /** The run's `waitingReason`. */
  readonly reason: string | undefined;
  /** The cost preview to approve, when that is what it waits for. */
  readonly preview: Preview | undefined;
  /** The run as it was read when it paused. */
  readonly record: Record;

  constructor(message: string, details: WaitingForUserDetails<Record, Preview>) {
    super('run', message, details);
    this.id = details.id;
    this.reason = details.reason;
    this.preview = details.preview;
    this.record = details.record;
  }
}
