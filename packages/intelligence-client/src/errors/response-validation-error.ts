import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** The answer lacks what the API promises, or is not JSON. */
export class ResponseValidationError extends SogniError {
  override readonly name: string = 'ResponseValidationError';

  constructor(message: string, options: SogniErrorOptions = {}) {
    super('validation', message, options);
  }
}
