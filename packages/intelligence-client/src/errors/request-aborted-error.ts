import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** The caller's signal was aborted. `name` is `AbortError`; `cause` is the signal's reason. */
export class RequestAbortedError extends SogniError {
  override readonly name: string = 'AbortError';

  constructor(message: string, options: SogniErrorOptions = {}) {
    super('abort', message, options);
  }
}
