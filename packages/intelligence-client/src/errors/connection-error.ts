import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** No usable answer arrived: unknown host, refused or reset connection, or a body that was cut. */
export class ConnectionError extends SogniError {
  override readonly name: string = 'ConnectionError';

  constructor(message: string, options: SogniErrorOptions = {}) {
    super('connection', message, options);
  }
}
