import { apiFailure } from './api-failure.ts';
import { BodyTooLargeError, readText } from './body.ts';
import type { Credentials } from './credentials.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { abortFailure, bodyFailure, type CallContext, connectionFailure, timeoutFailure } from './failure.ts';
import { createIdempotencyKey } from './idempotency.ts';
import { checkRequestOptions } from './option-checks.ts';
import type { ResolvedOptions } from './options.ts';
import { withRetries } from './retry.ts';
import { redactHeaders, redactText } from './secrets.ts';
import { createSend } from './send.ts';
import { createTracing } from './tracing.ts';
import type { Method, RequestOptions, RetryClass } from './types.ts';
import { wait } from './wait.ts';

/** A call with its address and bytes fixed, so that every attempt is the same. */
export interface CallPlan {
  method: Method;
  url: string;
  accept: string;
  body: string | undefined;
  retry: RetryClass;
  credential: boolean;
  subject: string | undefined;
}

/** A successful response whose body is unread. Whoever receives it must end the deadline. */
export interface Exchange {
  response: Response;
  deadline: Deadline;
  call: CallContext;
  requestId: string | undefined;
}

/** Runs a call: every attempt, until one succeeds and is read, or a failure is final. */
export type RunCall = <T>(
  plan: CallPlan,
  options: RequestOptions,
  read: (exchange: Exchange) => Promise<T>,
) => Promise<T>;

/** Largest error body that is kept, in bytes. */
const MAX_ERROR_BYTES = 1024 * 1024;

export function createCalls(
  options: ResolvedOptions,
  credentials: Credentials,
  headers: Record<string, string>,
): RunCall {
  const send = createSend(options, credentials);
  const tracing = createTracing(options, credentials.seen);

  return async (plan, requestOptions, read) => {
    checkRequestOptions(requestOptions);
    const { signal, timeout = options.timeout, maxRetries = options.maxRetries } = requestOptions;
    const call = startCall(plan, requestOptions.idempotencyKey);
    const sent = { ...headers, ...callHeaders(plan, call), ...lowerCased(requestOptions.headers) };
    const onAbort = (reason: unknown) => abortFailure(reason, call);

    const exchange = async (refresh: boolean, deadline: Deadline): Promise<Response> => {
      const outgoing = { ...plan, headers: sent, refresh };
      const startedAt = performance.now();
      call.attempt += 1;
      tracing.request(call, plan.url, sent, plan.body);
      const context = { attempt: call.attempt, idempotencyKey: call.idempotencyKey };
      const response = await deadline.race(send(outgoing, deadline.signal, context));
      tracing.response(call, plan.url, response, startedAt);
      return response;
    };

    const attempt = async () => {
      if (signal?.aborted) throw onAbort(signal.reason);
      const deadline = createDeadline({
        signal,
        timeout,
        onAbort,
        onTimeout: () => timeoutFailure(timeout, call),
      });
      try {
        let response = await exchange(false, deadline);
        if (response.status === 401 && plan.credential && credentials.renewable) {
          await deadline.race(readText(response, MAX_ERROR_BYTES)).catch(() => '');
          response = await exchange(true, deadline);
        }
        const requestId = response.headers.get('x-request-id') ?? undefined;
        if (!response.ok) throw await readFailure(response, requestId, call, deadline, credentials.seen);
        return await read({ response, deadline, call, requestId });
      } catch (error) {
        deadline.release();
        throw error instanceof BodyTooLargeError
          ? bodyFailure(error.message, call, error)
          : connectionFailure(error, call);
      }
    };

    return await withRetries(attempt, {
      retry: plan.retry,
      maxRetries,
      maxRetryAfter: options.maxRetryAfter,
      wait: (milliseconds) => wait(milliseconds, signal, onAbort),
      onRetry: (error, delayMs) => tracing.retry(call, plan.url, error, delayMs),
    });
  };
}

function startCall(
  { method, url, retry, subject }: CallPlan,
  idempotencyKey: string | undefined,
): CallContext {
  const { origin, pathname } = new URL(url);
  const key = idempotencyKey ?? (method === 'GET' ? undefined : createIdempotencyKey());
  return { method, target: origin + pathname, subject, retry, attempt: 0, idempotencyKey: key };
}

function callHeaders({ accept, body }: CallPlan, { idempotencyKey }: CallContext): Record<string, string> {
  return {
    accept,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

async function readFailure(
  response: Response,
  requestId: string | undefined,
  call: CallContext,
  deadline: Deadline,
  secrets: Iterable<string>,
): Promise<Error> {
  // The status alone says enough; a body that cannot be read must not hide it.
  const text = await deadline.race(readText(response, MAX_ERROR_BYTES)).catch(() => '');
  deadline.release();
  const { status, statusText } = response;
  const headers = redactHeaders(response.headers, secrets);
  const retryAfter = response.headers.get('retry-after');
  return apiFailure(
    { status, statusText, headers, retryAfter, requestId, text: redactText(text, secrets) },
    call,
  );
}

/** Header names are case-insensitive (RFC 9110, section 5.1); one spelling lets later ones replace earlier ones. */
export function lowerCased<Value>(headers: Record<string, Value> = {}): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
