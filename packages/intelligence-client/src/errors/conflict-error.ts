import { APIError } from './api-error.ts';

/** 409: the current state forbids it, such as too many active workflows or a stale cost preview. */
export class ConflictError extends APIError<409> {
  override readonly name: string = 'ConflictError';
}
