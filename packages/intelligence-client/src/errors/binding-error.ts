import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** A `$` path in a template's arguments cannot be resolved. Source: contracts 4. */
export class BindingError extends SogniError {
  override readonly name: string = 'BindingError';
  /** The path as written, such as `$inputs.subject`. */
  readonly path: string;

  constructor(message: string, path: string, options: SogniErrorOptions = {}) {
    super('request', message, options);
    this.path = path;
  }
}
