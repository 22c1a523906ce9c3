import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** A durable chat run ended as `failed`, `partial_failure` or `cancelled`. `run` is the whole record. Source: rest-api 7.4. */
export class ChatRunFailedError<Run extends { status: string } = { status: string }> extends SogniError {
  override readonly name: string = 'ChatRunFailedError';
  /** Final status of the run. */
  readonly status: Run['status'];
  /** The record, with every artifact that was finished. */
  readonly run: Run;

  constructor(message: string, run: Run, options: SogniErrorOptions = {}) {
    super('run', message, options);
    this.status = run.status;
    this.run = run;
  }
}
