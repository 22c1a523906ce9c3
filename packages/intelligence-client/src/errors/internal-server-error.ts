import { APIError } from './api-error.ts';

/** 5xx: the server or a proxy in front of it failed. */
export class InternalServerError extends APIError {
  override readonly name: string = 'InternalServerError';
}
