import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** No complete answer within `timeout`. `name` is `TimeoutError`, as with `AbortSignal.timeout`. */
export class RequestTimeoutError extends SogniError {
  override readonly name: string = 'TimeoutError';

  constructor(message: string, options: SogniErrorOptions = {}) {
    super('timeout', message, options);
  }
}
