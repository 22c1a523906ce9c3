import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** One thing wrong with what the caller passed. */
export interface RequestIssue {
  message: string;
  /** Dotted path to the offending field, such as `input.steps.1.toolName`. */
  path?: string;
  code?: string;
}

/** Refused before any request: an option or argument is wrong. `issues` names every problem. */
export class InvalidRequestError extends SogniError {
  override readonly name: string = 'InvalidRequestError';
  readonly issues: RequestIssue[];

  constructor(message: string, options: SogniErrorOptions & { issues?: RequestIssue[] } = {}) {
    super('request', message, options);
    this.issues = options.issues ?? [{ message }];
  }
}
