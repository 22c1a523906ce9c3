/** Every error class of the SDK. */
export { APIError, type APIErrorDetails, type RateLimit } from './api-error.ts';
export { AuthenticationError } from './authentication-error.ts';
export { BadRequestError } from './bad-request-error.ts';
export { BindingError } from './binding-error.ts';
export { ChatRunFailedError } from './chat-run-failed-error.ts';
export { ConflictError } from './conflict-error.ts';
export { ConnectionError } from './connection-error.ts';
export { InsufficientBalanceError } from './insufficient-balance-error.ts';
export { InternalServerError } from './internal-server-error.ts';
export { InvalidRequestError, type RequestIssue } from './invalid-request-error.ts';
export { NotFoundError } from './not-found-error.ts';
export { PermissionDeniedError } from './permission-denied-error.ts';
export { RateLimitError } from './rate-limit-error.ts';
export { RequestAbortedError } from './request-aborted-error.ts';
export { RequestTimeoutError } from './request-timeout-error.ts';
export { ResponseValidationError } from './response-validation-error.ts';
export {
  type ErrorKind,
  isSogniError,
  type Outcome,
  SogniError,
  type SogniErrorOptions,
} from './sogni-error.ts';
export { StreamIdleError } from './stream-idle-error.ts';
export { StreamTruncatedError, type StreamTruncatedOptions } from './stream-truncated-error.ts';
export { SubscriptionBillingError } from './subscription-billing-error.ts';
export { type Issue, UnprocessableEntityError } from './unprocessable-entity-error.ts';
export { UnsafeURLError } from './unsafe-url-error.ts';
export { type WaitingForUserDetails, WaitingForUserError } from './waiting-for-user-error.ts';
