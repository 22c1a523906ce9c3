import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** One thing wrong with what the caller passed. */
export interface RequestIssue {
  /** What is wrong, as a sentence. */
  message: string;
  /** Dotted path to the offending field, such as `input.steps.1.toolName`. */
  path?: string;
  /** Short name of the broken rule, where it has one. */
  code?: string;
}

/** Refused before any request: an option or argument is wrong. `issues` names every problem. */
export class InvalidRequestError extends SogniError {
  override readonly name: string = 'InvalidRequestError';
  /** Every problem that was found. */
  readonly issues: RequestIssue[];

  constructor(message: string, options: SogniErrorOptions & { issues?: RequestIssue[] } = {}) {
    super('request', message, options);
    this.issues = options.issues ?? [{ message }];
  }
}
