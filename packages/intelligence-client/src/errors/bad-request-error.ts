import { APIError } from './api-error.ts';

/** 400: the request is malformed or breaks a rule; the message names what. Not retryable. */
export class BadRequestError extends APIError<400> {
  override readonly name: string = 'BadRequestError';
}
