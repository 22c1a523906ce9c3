import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** Nothing arrived on an open body for the idle time. */
export class StreamIdleError extends SogniError {
  override readonly name: string = 'StreamIdleError';

  constructor(message: string, options: SogniErrorOptions = {}) {
    super('stream', message, options);
  }
}
