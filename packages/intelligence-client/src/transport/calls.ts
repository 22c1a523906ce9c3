import { isSogniError, type SogniError } from '../errors/sogni-error.ts';
import { apiFailure } from './api-failure.ts';
import { readText } from './body.ts';
import type { Credentials } from './credentials.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { abortFailure, type CallContext, connectionFailure, timeoutFailure } from './failure.ts';
import { type HeaderLayer, layerHeaders } from './headers.ts';
import { createIdempotencyKey } from './idempotency.ts';
import { checkRequestOptions } from './option-checks.ts';
import type { ResolvedOptions } from './options.ts';
import { withRetries } from './retry.ts';
import { redactCause, redactHeaders, redactText } from './secrets.ts';
import { createSend } from './send.ts';
import { createTracing } from './tracing.ts';
import type { Method, RequestOptions, RetryClass } from './types.ts';
import { wait } from './wait.ts';

/** A call with its address and bytes fixed, so that every attempt is the same. */
export interface CallPlan {
  method: Method;
  url: string;
  accept: string;
  /** The client's own; those of the transport and the call come on top. */
  headers: readonly HeaderLayer[];
  body?: string | undefined;
  retry: RetryClass;
  credential: boolean;
  /** An address that is not the API's: redirects are followed anywhere. */
  foreign?: boolean | undefined;
  subject?: string | undefined;
  /** The next step when the server refuses, where the one for API calls would mislead. */
  hint?: string | undefined;
}

/** A successful response whose body is unread. Whoever receives it must end the deadline. */
export interface Exchange {
  response: Response;
  deadline: Deadline;
  call: CallContext;
}

/** Runs a call: every attempt, until one succeeds and is read, or a failure is final. */
export type RunCall = <T>(
  plan: CallPlan,
  options: RequestOptions,
  read: (exchange: Exchange) => Promise<T>,
) => Promise<T>;

/** Largest error body that is kept, in bytes. */
const MAX_ERROR_BYTES = 1024 * 1024;

export function createCalls(options: ResolvedOptions, credentials: Credentials): RunCall {
  const send = createSend(options, credentials);
  const tracing = createTracing(options, credentials.seen);
  const clean = (text: string) => redactText(text, credentials.seen);

  return async (plan, requestOptions, read) => {
    checkRequestOptions(requestOptions);
    const { signal, timeout = options.timeout, maxRetries = options.maxRetries } = requestOptions;
    const headers = layerHeaders([...plan.headers, callHeaders(plan), requestOptions.headers ?? {}]);
    const call = startCall(plan, requestOptions.idempotencyKey || headers.get('idempotency-key'));
    // The key that errors name and retries rely on is the key that is sent, whatever the headers say.
    if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
    let mayRefresh = plan.credential && credentials.renewable;

    const exchange = async (refresh: boolean, deadline: Deadline): Promise<Response> => {
      const outgoing = { ...plan, headers, refresh };
      const startedAt = performance.now();
      call.attempt += 1;
      call.requestId = undefined;
      tracing.request(call, plan.url, headers, plan.body);
      const context = { attempt: call.attempt, idempotencyKey: call.idempotencyKey };
      const response = await deadline.race(send(outgoing, deadline.signal, context));
      const requestId = response.headers.get('x-request-id');
      if (requestId !== null) call.requestId = clean(requestId);
      tracing.response(call, plan.url, response, startedAt);
      return response;
    };

    const readFailure = async (response: Response, deadline: Deadline): Promise<SogniError> => {
      // The status alone says enough; a body that cannot be read must not hide it.
      const text = await deadline.race(readText(response, MAX_ERROR_BYTES)).catch(() => '');
      if (signal?.aborted) return abortFailure(signal.reason, call);
      const { status, statusText } = response;
      const headers = redactHeaders(response.headers, credentials.seen);
      const retryAfter = response.headers.get('retry-after');
      return apiFailure({ status, statusText, headers, retryAfter, text, redact: clean }, call);
    };

    const attempt = async () => {
      if (signal?.aborted) throw abortFailure(signal.reason, call, false);
      const deadline = createDeadline({
        signal,
        timeout,
        onAbort: (reason) => abortFailure(reason, call),
        onTimeout: () => timeoutFailure(timeout, call),
      });
      try {
        let response = await exchange(false, deadline);
        if (response.status === 401 && mayRefresh) {
          mayRefresh = false;
          response.body?.cancel().catch(() => {});
          response = await exchange(true, deadline);
        }
        if (isDoneBefore(response, call)) {
          // Its body tells of an error there is not; unread, it would keep the socket.
          response.body?.cancel().catch(() => {});
          response = new Response(null, { status: 204 });
        }
        if (!response.ok) throw await readFailure(response, deadline);
        return await read({ response, deadline, call });
      } catch (error) {
        deadline.release();
        if (isSogniError(error)) throw completed(error, call);
        throw connectionFailure(redactCause(error, credentials.seen), call);
      }
    };

    return await withRetries(attempt, {
      retry: plan.retry,
      maxRetries,
      maxRetryAfter: options.maxRetryAfter,
      wait: (milliseconds) => wait(milliseconds, signal, (reason) => abortFailure(reason, call, false)),
      onRetry(error, delayMs) {
        if (error.outcome === 'unknown') call.mayHaveActed = true;
        tracing.retry(call, plan.url, error, delayMs);
      },
    });
  };
}

/** A deletion whose first answer got lost finds nothing to delete the second time: it is done. Source: design 4. */
function isDoneBefore({ status }: Response, { method, mayHaveActed = false }: CallContext): boolean {
  return method === 'DELETE' && status === 404 && mayHaveActed;
}

function startCall({ method, url, retry, subject, hint }: CallPlan, key: string | null): CallContext {
  const { origin, pathname } = new URL(url);
  const idempotencyKey = key || (method === 'GET' ? undefined : createIdempotencyKey());
  return { method, target: origin + pathname, subject, hint, retry, attempt: 0, idempotencyKey };
}

function callHeaders({ accept, body }: CallPlan): HeaderLayer {
  const type = body === undefined ? undefined : 'application/json';
  // A key that all calls of a client share would make the server take them for one.
  return { accept, 'content-type': type, 'idempotency-key': undefined };
}

/** Adds what only the call knows to an error that was made elsewhere: by a redirect, a credential, a middleware. */
function completed(error: SogniError, call: CallContext): SogniError {
  // A request error means that this attempt was refused before it was sent.
  if (error.attempts === 0) error.attempts = call.attempt - (error.kind === 'request' ? 1 : 0);
  error.idempotencyKey ??= call.idempotencyKey;
  return error;
}
