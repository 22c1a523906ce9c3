import { APIError, type APIErrorDetails, type RateLimit } from '../errors/api-error.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { BadRequestError } from '../errors/bad-request-error.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { InsufficientBalanceError } from '../errors/insufficient-balance-error.ts';
import { InternalServerError } from '../errors/internal-server-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { PermissionDeniedError } from '../errors/permission-denied-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { SubscriptionBillingError } from '../errors/subscription-billing-error.ts';
import { UnprocessableEntityError } from '../errors/unprocessable-entity-error.ts';
import { readErrorBody } from './error-body.ts';
import { about, type CallContext, facts } from './failure.ts';
import { retryAfterMs } from './retry-after.ts';
import { redactText } from './secrets.ts';

/** Statuses worth another attempt. Source: design 4. */
const TRANSIENT: readonly number[] = [408, 425, 429, 500, 502, 503, 504, 524];

/** The next step by status, or by billing code where there is one. */
const HINTS: Record<number, string> = {
  400: 'Change the request before you send it again.',
  401: 'Check the API key or access token; keys are made in the Sogni dashboard.',
  402: 'Add credit, or lower the cost of the request.',
  403: 'This credential may not do that; starting runs needs an API key.',
  404: 'Check the id; it must belong to the account of this credential.',
  409: 'Read its state before you send it again.',
  422: 'Correct what issues and compileErrors name.',
  4078: 'Choose a plan that covers this work.',
  4079: 'Wait until work of yours is done; the queue of the plan is full.',
  4080: 'Wait for the renewal of the subscription.',
  4081: 'Choose a higher plan.',
};

/** What an error response holds. */
export interface ErrorResponse {
  status: number;
  statusText: string;
  /** Fit to print. */
  headers: Record<string, string>;
  retryAfter: string | null;
  text: string;
  /** Blanks credentials wherever the server may have echoed them. Default: only those of signed URLs. */
  redact?: (text: string) => string;
}

/** Makes the error class that fits a status and code. Source: rest-api 2.2 to 2.4. */
export function apiFailure(response: ErrorResponse, call: CallContext): APIError {
  const { status, headers, redact = redactText } = response;
  const { body, message, code, category } = readErrorBody(response, redact);
  const waitMs = retryAfterMs(response.retryAfter, body, Date.now());
  const rejected = status < 500 ? status !== 408 : status === 503 && waitMs !== undefined;
  const billingCode = subscriptionCode(code);
  const transient = billingCode === undefined ? TRANSIENT.includes(status) : billingCode === 4079;
  const wait = waitMs === undefined ? undefined : `Wait ${waitMs / 1000} s before the next attempt.`;
  const later = transient ? 'Try again later.' : undefined;
  const known = facts(call, rejected, wait ?? call.hint ?? HINTS[billingCode ?? status] ?? later);
  const details: APIErrorDetails = {
    ...known,
    status,
    code,
    category,
    body,
    headers,
    retryable: transient && known.retryable,
    rateLimit: rateLimit(headers, waitMs),
  };
  const sentence = `${status} from ${call.method} ${call.target}${about(call)}: ${message}`;
  return billingCode === undefined
    ? byStatus(sentence, details)
    : new SubscriptionBillingError(sentence, { ...details, billingCode });
}

function byStatus(message: string, details: APIErrorDetails): APIError {
  const { status } = details;
  switch (status) {
    case 400:
      return new BadRequestError(message, { ...details, status });
    case 401:
      return new AuthenticationError(message, { ...details, status });
    case 402:
      return new InsufficientBalanceError(message, { ...details, status });
    case 403:
      return new PermissionDeniedError(message, { ...details, status });
    case 404:
      return new NotFoundError(message, { ...details, status });
    case 409:
      return new ConflictError(message, { ...details, status });
    case 422:
      return new UnprocessableEntityError(message, { ...details, status });
    case 429:
      return new RateLimitError(message, { ...details, status });
    default:
      return status >= 500 ? new InternalServerError(message, details) : new APIError(message, details);
  }
}

/** Codes of refused subscriptions; they come as numbers and as strings. Source: rest-api 2.4. */
const BILLING_CODES = [4078, 4079, 4080, 4081] as const;

function subscriptionCode(code: string | number | undefined) {
  return BILLING_CODES.find((known) => String(known) === String(code));
}

function rateLimit(headers: Record<string, string>, retryAfterMs: number | undefined): RateLimit {
  const limit = wholeNumber(headers['x-ratelimit-limit']);
  const remaining = wholeNumber(headers['x-ratelimit-remaining']);
  return {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
  };
}

/** Proxies send structured forms too (`60, 60;w=60`), whose first number is the limit in force. */
function wholeNumber(header: string | undefined): number | undefined {
  const [digits] = /^\d+/.exec(header ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
