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
  attempt: number;
  idempotencyKey: string | undefined;
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
  const proven = !isBrowser() && NOTHING_LEFT.includes(code);
  const outcome = outcomeOf(call, proven);
  const message = `No answer from ${call.target}${about(call)}: ${REASONS[code] ?? (code || 'the connection failed')}`;
  return new ConnectionError(message, {
    ...facts(call, outcome),
    retryable: mayResend(call, outcome),
    hint: proven ? 'Check the address and the network.' : nextStep(call, outcome),
    cause,
  });
}

/** The body ended early or is not JSON although the status says success. */
export function bodyFailure(
  what: string,
  call: CallContext,
  cause?: unknown,
  requestId?: string,
): ConnectionError {
  const outcome = outcomeOf(call, false);
  return new ConnectionError(`The answer of ${call.target}${about(call)} ${what}`, {
    ...facts(call, outcome),
    requestId,
    retryable: mayResend(call, outcome),
    hint: nextStep(call, outcome),
    cause,
  });
}

export function timeoutFailure(timeout: number, call: CallContext): RequestTimeoutError {
  const outcome = outcomeOf(call, false);
  return new RequestTimeoutError(
    `${call.target}${about(call)} gave no complete answer within ${timeout} ms`,
    {
      ...facts(call, outcome),
      retryable: mayResend(call, outcome),
      hint: nextStep(call, outcome) ?? 'Raise timeout if the server needs longer.',
    },
  );
}

export function abortFailure(reason: unknown, call: CallContext): RequestAbortedError {
  const outcome = outcomeOf(call, call.attempt === 0);
  return new RequestAbortedError(`The call to ${call.target}${about(call)} was aborted by its signal`, {
    ...facts(call, outcome),
    hint: nextStep(call, outcome),
    cause: reason,
  });
}

/** A read changes nothing, so its outcome is never in doubt. */
export function outcomeOf(call: Pick<CallContext, 'method'>, rejected: boolean): Outcome {
  return rejected || call.method === 'GET' ? 'rejected' : 'unknown';
}

/** Whether sending the same bytes again can do no harm. */
export function mayResend(call: Pick<CallContext, 'retry'>, outcome: Outcome): boolean {
  return call.retry !== 'once' || outcome === 'rejected';
}

export function about({ subject }: Pick<CallContext, 'subject'>): string {
  return subject === undefined ? '' : ` (${subject})`;
}

export function facts(call: CallContext, outcome: Outcome) {
  return { attempts: call.attempt, idempotencyKey: call.idempotencyKey, outcome };
}

function nextStep(call: CallContext, outcome: Outcome): string | undefined {
  if (outcome === 'rejected') return undefined;
  return call.retry === 'keyed'
    ? `The server may have acted. Send it again with the idempotency key ${call.idempotencyKey}: nothing is done twice.`
    : 'The server may have acted. Read its state before you send it again.';
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused (ECONNREFUSED)',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  ENOTFOUND: 'the host name does not exist (ENOTFOUND)',
  EAI_AGAIN: 'the host name could not be looked up (EAI_AGAIN)',
  UND_ERR_SOCKET: 'the connection was closed (UND_ERR_SOCKET)',
  UND_ERR_CONNECT_TIMEOUT: 'no connection could be made in time (UND_ERR_CONNECT_TIMEOUT)',
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
