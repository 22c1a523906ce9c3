import { APIError, type APIErrorDetails } from './api-error.ts';

/**
 * A subscription plan refused the work: 4078 not entitled, 4079 queue full (retryable), 4080 renewal pending (never
 * retried automatically), 4081 a higher plan is needed. Comes with any status. Source: rest-api 2.4.
 */
export class SubscriptionBillingError extends APIError {
  override readonly name: string = 'SubscriptionBillingError';
  /** The code as a number, whichever way it was sent. */
  readonly billingCode: 4078 | 4079 | 4080 | 4081;

  constructor(message: string, details: APIErrorDetails & { billingCode: 4078 | 4079 | 4080 | 4081 }) {
    super(message, details);
    this.billingCode = details.billingCode;
  }
}
