import {
  APIError,
  InvalidRequestError,
  type SogniError,
  SubscriptionBillingError,
} from '@sogni/intelligence-client/errors';
import { messageText } from '../output/plain-text.ts';
import { NO_CREDIT, SUBSCRIPTION_FAILURES } from './billing.ts';
import { classify } from './classification.ts';
import type { Failure } from './failure.ts';

const SAFE_HOSTS =
  'Name a host you trust in SOGNI_API_ALLOWED_HOSTS; for a local server set SOGNI_ALLOW_UNSAFE_API_BASE_URL=1.';
const OTHER_KEY =
  'Check SOGNI_API_KEY and the credentials file; keys are made at https://dashboard.sogni.ai.';

const OTHER_SERVER =
  'Check the address of the API (--api-base-url or SOGNI_API_BASE_URL), and that this program is up to date.';

const SLOW_SERVER =
  'Try again later; where answers take long, raise SOGNI_HTTP_TIMEOUT_MS (milliseconds, default 30000).';

const PLAN_RULES = 'Correct the plan and start it again; nothing was sent.';

/** Puts an error of the SDK into the words and fields of this program. Source: cli 3.5 to 3.8. */
export function describeSogniError(error: SogniError): Failure {
  const message = error.kind === 'abort' ? 'Interrupted before the answer came' : messageText(error.message);
  if (error instanceof APIError) return describeAPIError(error, message);
  const systemCode = codeOf(error.cause);
  const errorCode = clientCode(error, systemCode);
  const kind = classify([systemCode, errorCode], message);
  return {
    error: message,
    ...kind,
    retryable: error.kind === 'request' || error.kind === 'abort' ? false : error.retryable || kind.retryable,
    errorCode,
    errorDetails: detailsOf(error),
    hint: hintFor(error),
    // Nothing was sent: the command line, or the plan in it, is wrong.
    exitCode: error.kind === 'request' ? 2 : 1,
  };
}

function hintFor(error: SogniError): string | undefined {
  if (error.kind === 'security') return SAFE_HOSTS;
  if (error.kind === 'validation') return OTHER_SERVER;
  if (error.kind === 'timeout') return SLOW_SERVER;
  // What the SDK calls an option is a flag here.
  return error.hint?.replaceAll('baseURL', '--api-base-url') ?? (aboutPlan(error) ? PLAN_RULES : undefined);
}

function describeAPIError(error: APIError, message: string): Failure {
  const { status, code, requestId } = error;
  const failure = {
    error: message,
    errorDetails: { status, ...(requestId !== undefined && { requestId }), payload: error.body },
    exitCode: 1,
  };
  if (error instanceof SubscriptionBillingError) {
    const errorCode = String(code);
    const { purchase, ...known } = SUBSCRIPTION_FAILURES[errorCode] ?? {
      retryable: error.retryable,
      hint: undefined,
    };
    const errorType = errorCode === '4079' ? 'GPU_WORKER_FAILED' : 'COST_LIMIT_EXCEEDED';
    return { ...failure, errorType, errorCategory: 'subscription_billing', errorCode, ...known, purchase };
  }
  const kind = classify([code, status], message);
  if (kind.errorCategory === 'insufficient_credits') {
    const { purchase, hint, retryable } = NO_CREDIT;
    return { ...failure, ...kind, retryable, hint, purchase, errorCode: 'INSUFFICIENT_BALANCE' };
  }
  const rejectedKey = status === 401;
  return {
    ...failure,
    ...kind,
    retryable: error.retryable,
    errorCode: rejectedKey ? 'INVALID_API_KEY' : code === undefined ? 'API_REQUEST_FAILED' : String(code),
    hint: rejectedKey ? OTHER_KEY : error.hint,
  };
}

function clientCode(error: SogniError, systemCode: string | undefined): string {
  switch (error.kind) {
    case 'connection':
      return systemCode ?? 'FETCH_FAILED';
    case 'timeout':
      return 'NETWORK_TIMEOUT';
    case 'abort':
      return 'USER_CANCELLED';
    case 'stream':
      return 'API_STREAM_FAILED';
    case 'security':
      return 'UNSAFE_API_BASE_URL';
    case 'request':
      return aboutPlan(error) ? 'INVALID_WORKFLOW_INPUT' : 'INVALID_ARGUMENT';
    case 'validation':
    case 'api':
    case 'run':
      return 'API_REQUEST_FAILED';
  }
}

/** Whether it is the plan of a start that is wrong. */
function aboutPlan(error: SogniError): boolean {
  return error instanceof InvalidRequestError && error.issues.some(({ path = '' }) => /^input\b/.test(path));
}

function detailsOf(error: SogniError): Record<string, unknown> {
  const { attempts, idempotencyKey, requestId, outcome } = error;
  return {
    attempts,
    outcome,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(requestId !== undefined && { requestId }),
    ...(error instanceof InvalidRequestError && { issues: error.issues }),
  };
}

/** The system's code, however deep fetch has wrapped it. */
function codeOf(cause: unknown, depth = 0): string | undefined {
  if (typeof cause !== 'object' || cause === null || depth > 8) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  const inner =
    'cause' in cause
      ? cause.cause
      : 'errors' in cause && Array.isArray(cause.errors)
        ? cause.errors[0]
        : undefined;
  return codeOf(inner, depth + 1);
}
