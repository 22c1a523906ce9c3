import { APIError } from './api-error.ts';

/** 404: no such id for this wallet; another wallet's id answers the same. */
export class NotFoundError extends APIError<404> {
  override readonly name: string = 'NotFoundError';
}
