import { APIError } from './api-error.ts';

/** 402: not enough credit for the work. Not retryable until the balance changes. */
export class InsufficientBalanceError extends APIError<402> {
  override readonly name: string = 'InsufficientBalanceError';
}
