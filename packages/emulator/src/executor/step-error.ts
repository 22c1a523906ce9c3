/** Codes of failed steps. Source: rest-api 2.5. */
export type StepErrorCode =
  | 'PARAMETER_INVALID'
  | 'USER_INPUT_INCOMPLETE'
  | 'ASSET_NOT_FOUND'
  | 'GPU_WORKER_FAILED'
  | 'UNKNOWN_ERROR';

/** A step that cannot be done; the run goes on with the steps that do not need it. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly code: string;
  /** Whether doing the same again may work. */
  readonly retryable: boolean;

  constructor(code: StepErrorCode | (string & {}), message: string) {
    super(message);
    this.code = code;
    this.retryable = code === 'GPU_WORKER_FAILED';
  }
}
