import { APIError } from './api-error.ts';

/** 403: this kind of credential may not do that, or consent or a plan is missing. */
export class PermissionDeniedError extends APIError<403> {
  override readonly name: string = 'PermissionDeniedError';
}
