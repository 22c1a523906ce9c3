import { APIError } from './api-error.ts';

/** 401: no credential, or one the server does not accept. */
export class AuthenticationError extends APIError<401> {
  override readonly name: string = 'AuthenticationError';
}
