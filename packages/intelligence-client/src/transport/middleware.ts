/** What a middleware is told about the attempt it wraps. */
export interface MiddlewareContext {
  /** 1 for the first attempt. */
  attempt: number;
  /** The same for every attempt of a call; undefined when it is sent without one. */
  idempotencyKey: string | undefined;
}

/**
 * Wraps every attempt, the first in the list outermost.
 *
 * The contract: call `next` at most once and return its response or your own; the request carries no credential yet
 * (it is attached behind the last middleware, and only for a trusted host); what you throw is treated like a failed
 * connection, so it is retried where that is safe.
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: MiddlewareContext,
) => Promise<Response>;
