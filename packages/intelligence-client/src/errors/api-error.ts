import { SogniError, type SogniErrorOptions } from './sogni-error.ts';

/** What the server said about its limits; fields it did not send are absent. */
export interface RateLimit {
  /** Milliseconds the server asked to wait. */
  retryAfterMs?: number;
  /** Requests the window allows, from `X-RateLimit-Limit`. */
  limit?: number;
  /** Requests left in the window, from `X-RateLimit-Remaining`. */
  remaining?: number;
}

/** Facts about an error response. */
export interface APIErrorDetails extends SogniErrorOptions {
  /** HTTP status. */
  status: number;
  /** The server's `errorCode` or error `code`, as sent. */
  code?: string | number | undefined;
  /** The server's error `type`, where it sends one. */
  category?: string | undefined;
  /** Response headers by lowercase name. Default: none. */
  headers?: Record<string, string> | undefined;
  /** Parsed body, or its text when it is not JSON. Credentials are blanked. */
  body?: unknown;
  /** Waiting time and limits. Default: empty. */
  rateLimit?: RateLimit | undefined;
}

/** The server answered with an error status. Source: rest-api 2.2 to 2.4. */
export class APIError<Status extends number = number> extends SogniError {
  override readonly name: string = 'APIError';
  /** HTTP status. */
  readonly status: Status;
  /** The server's `errorCode` or error `code`, as sent; undefined when the body names none. */
  readonly code: string | number | undefined;
  /** The server's error `type`, where it sends one. */
  readonly category: string | undefined;
  /** Response headers by lowercase name, credentials blanked. */
  readonly headers: Record<string, string>;
  /** Parsed body, or its text when it is not JSON. Credentials are blanked. */
  readonly body: unknown;
  /** Waiting time and limits that the server sent; empty when it sent none. */
  readonly rateLimit: RateLimit;

  constructor(message: string, details: APIErrorDetails & { status: Status }) {
    super('api', message, details);
    this.status = details.status;
    this.code = details.code;
    this.category = details.category;
    this.headers = details.headers ?? {};
    this.body = details.body;
    this.rateLimit = details.rateLimit ?? {};
  }

  /** The `details` object of the body, such as `{ activeWorkflowCount, activeWorkflowLimit }` on a 409. */
  get details(): Record<string, unknown> {
    const body = record(this.body);
    return record(body.details ?? record(body.data).details);
  }
}

/** The value as an object to look into; empty when it is none. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
