import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** A URL that must not receive a credential, or must not be fetched. */
export class UnsafeURLError extends SogniError {
  override readonly name: string = 'UnsafeURLError';

  constructor(message: string, options: SogniErrorOptions = {}) {
    super('security', message, options);
  }
}
