import { ConnectionError } from '../errors/connection-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { isSogniError, type Outcome, type SogniError } from '../errors/sogni-error.ts';
import { isBrowser } from './environment.ts';
import type { Method, RetryClass } from './types.ts';

/** What is known about a call while it fails. */
export interface CallContext {
  method: Method;
  /** Origin and path, without the query. */
  target: string;
  /** What the call is about, such as `workflow wf_1`. */
  subject: string | undefined;
  retry: RetryClass;
  /** Requests sent so far. */
  attempt: number;
  idempotencyKey: string | undefined;
  /** Of the attempt under way, once its headers are there. */
  requestId?: string | undefined;
  /** The next step when the server refuses, where the one for API calls would mislead. */
  hint?: string | undefined;
  /** An earlier attempt may have acted, whatever a later one answers. */
  mayHaveActed?: boolean;
}

/** Codes of failures that happen before a connection exists, so that no byte can have left. Source: design 4. */
const NOTHING_LEFT: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Turns whatever a connection threw into a `SogniError`. */
export function connectionFailure(cause: unknown, call: CallContext): SogniError {
  if (isSogniError(cause)) return cause;
  const code = systemCode(cause);
  const nothingLeft = !isBrowser() && NOTHING_LEFT.includes(code);
  return new ConnectionError(
    `No answer from ${call.target}${about(call)}: ${REASONS[code] ?? 'the connection failed'}${code && ` (${code})`}`,
    { ...facts(call, nothingLeft, 'Check the address and the network.'), cause },
  );
}

/** The body ended early or is not JSON although the status says success. */
export function bodyFailure(call: CallContext): ConnectionError {
  return new ConnectionError(
    `The answer of ${call.target}${about(call)} was cut, or is not JSON`,
    facts(call, false, 'Try again; if it stays so, check that baseURL is the Sogni API.'),
  );
}

export function timeoutFailure(timeout: number, call: CallContext): RequestTimeoutError {
  return new RequestTimeoutError(
    `${call.target}${about(call)} gave no complete answer within ${timeout} ms`,
    facts(call, false, 'Raise timeout if the server needs longer.'),
  );
}

/** @param inFlight Whether a request is under way: between attempts the outcome is that of the attempts before. */
export function abortFailure(reason: unknown, call: CallContext, inFlight = true): RequestAbortedError {
  return new RequestAbortedError(`The call to ${call.target}${about(call)} was aborted by its signal`, {
    ...facts(call, !inFlight),
    retryable: false,
    cause: reason,
  });
}

/** A read changes nothing, so its outcome is never in doubt. */
export function outcomeOf(call: Pick<CallContext, 'method' | 'mayHaveActed'>, rejected: boolean): Outcome {
  return (rejected && !call.mayHaveActed) || call.method === 'GET' ? 'rejected' : 'unknown';
}

export function about({ subject }: Pick<CallContext, 'subject'>): string {
  return subject === undefined ? '' : ` (${subject})`;
}

/**
 * What every failure of a call says besides its own words.
 *
 * @param rejected Whether this attempt certainly did nothing.
 * @param hint The next step, unless the outcome is in doubt, which comes first.
 */
export function facts(call: CallContext, rejected: boolean, hint?: string) {
  const { attempt: attempts, idempotencyKey, requestId, retry } = call;
  const outcome = outcomeOf(call, rejected);
  // Sending the same bytes again can do no harm.
  const retryable = retry !== 'once' || outcome === 'rejected';
  const doubt = `The server may have acted. ${
    retry === 'keyed'
      ? `Send it again with the idempotency key ${idempotencyKey}: nothing is done twice.`
      : 'Read its state before you send it again.'
  }`;
  return {
    attempts,
    idempotencyKey,
    requestId,
    outcome,
    retryable,
    hint: outcome === 'rejected' ? hint : doubt,
  };
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'the host name does not exist',
  EAI_AGAIN: 'the host name could not be looked up',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'no connection could be made in time',
};

/** The system's error code, however deep fetch has wrapped it. */
function systemCode(error: unknown): string {
  for (let depth = 0, link = error; depth < 8 && typeof link === 'object' && link !== null; depth += 1) {
    const { code, cause, errors } = link as { code?: unknown; cause?: unknown; errors?: unknown };
    if (typeof code === 'string') return code;
    link = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return '';
}
