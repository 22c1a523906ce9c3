/** What an error body may carry besides its message. Source: rest-api 2.2. */
export interface ApiErrorExtras {
  /** Seconds; also sent as the `Retry-After` header. */
  retryAfter?: number;
  details?: Record<string, unknown>;
}

const DEFAULT_CODES: Record<number, number> = { 401: 101, 402: 4024, 404: 104, 429: 126, 500: 100 };

/** An answer other than success, thrown from anywhere inside a route. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly errorCode: number;
  readonly extras: ApiErrorExtras;

  constructor(status: number, message: string, extras: ApiErrorExtras = {}, errorCode?: number) {
    super(message);
    this.status = status;
    this.errorCode = errorCode ?? DEFAULT_CODES[status] ?? 102;
    this.extras = extras;
  }

  /** The envelope of rest-api 2.2. */
  body(): Record<string, unknown> {
    return { status: 'error', errorCode: this.errorCode, message: this.message, ...this.extras };
  }
}

/** 400: what was sent cannot work. */
export function badRequest(message: string, details?: Record<string, unknown>): ApiError {
  return new ApiError(400, message, details ? { details } : {});
}

/** 409: it would work in another state. */
export function conflict(message: string, details?: Record<string, unknown>): ApiError {
  return new ApiError(409, message, details ? { details } : {});
}
