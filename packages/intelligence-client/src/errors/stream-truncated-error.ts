import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** Facts about a stream that was cut. */
export interface StreamTruncatedOptions extends SogniErrorOptions {
  /** What had arrived before the cut. */
  partial?: unknown;
}

/** A stream that cannot resume ended before its end marker. `partial` holds what came. */
export class StreamTruncatedError extends SogniError {
  override readonly name: string = 'StreamTruncatedError';
  /** What had arrived before the cut; undefined when that is nothing. */
  readonly partial: unknown;

  constructor(message: string, options: StreamTruncatedOptions = {}) {
    super('stream', message, { outcome: 'unknown', ...options });
    this.partial = options.partial;
  }
}
