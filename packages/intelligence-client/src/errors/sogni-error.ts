/** Coarse cause, for a `switch` that needs no class imports. */
export type ErrorKind =
  | 'api'
  | 'connection'
  | 'timeout'
  | 'abort'
  | 'stream'
  | 'validation'
  | 'request'
  | 'security'
  | 'run';

/** `rejected`: the server did nothing. `unknown`: it may have acted; read its state before sending again. */
export type Outcome = 'rejected' | 'unknown';

/** Facts that an error carries besides its message. */
export interface SogniErrorOptions {
  /** Whether the same call may succeed later without a change. Default `false`. */
  retryable?: boolean | undefined;
  /** `X-Request-Id` of the response, where there was one. */
  requestId?: string | undefined;
  /** Requests sent, this failure's included. Default 0: nothing was sent. */
  attempts?: number | undefined;
  /** Key that the request was sent with, where it had one. */
  idempotencyKey?: string | undefined;
  /** Whether the server may have acted. Default `rejected`, and `unknown` in a `StreamTruncatedError`. */
  outcome?: Outcome | undefined;
  /** What to do next, in one sentence. */
  hint?: string | undefined;
  /** The error underneath, such as that of `fetch`. */
  cause?: unknown;
}

const BRAND = Symbol.for('sogni.error');

/**
 * Base of everything this SDK throws. `isSogniError` recognises it across copies of the package.
 *
 * No field holds a credential, and neither does `JSON.stringify(error)`.
 */
export class SogniError extends Error {
  override readonly name: string = 'SogniError';
  /** Coarse cause, for a `switch`. */
  readonly kind: ErrorKind;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** `X-Request-Id` of the response, for reports to Sogni; undefined when no response arrived. */
  requestId: string | undefined;
  /** Requests sent, this failure's included; 0 when nothing was sent. */
  attempts: number;
  /** Key that the request was sent with; send it again to repeat the call without paying twice. */
  idempotencyKey: string | undefined;
  /** Whether the server may have acted on the request. */
  readonly outcome: Outcome;
  /** What to do next, in one sentence; undefined when the message says it all. */
  readonly hint: string | undefined;

  constructor(kind: ErrorKind, message: string, options: SogniErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.retryable = options.retryable ?? false;
    this.requestId = options.requestId;
    this.attempts = options.attempts ?? 0;
    this.idempotencyKey = options.idempotencyKey;
    this.outcome = options.outcome ?? 'rejected';
    this.hint = options.hint;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** `message` is not enumerable on errors, so without this a logged error would lose it. */
  toJSON(): Record<string, unknown> {
    return { message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}

/** Recognises errors of this SDK, also those of another copy of the package. */
export function isSogniError(error: unknown): error is SogniError {
  return typeof error === 'object' && error !== null && BRAND in error;
}
