import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isStorageError } from '../store/storage-error.ts';
import { ApiError } from './api-error.ts';
import type { RequestContext } from './environment.ts';

/** An error as its answer. Source: rest-api 2.2, 19 Q27. */
export function errorResponse(c: RequestContext, error: ApiError): Response {
  const { retryAfter } = error.extras;
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) };
  return c.json(error.body(), error.status as ContentfulStatusCode, headers);
}

/** Anything thrown, as an answer: our own errors as they are, a defect as a 500 that names itself. */
export function thrownResponse(c: RequestContext, thrown: unknown): Response {
  if (thrown instanceof ApiError) return errorResponse(c, thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (isStorageError(thrown)) {
    const told = `The emulator could not store this: ${message}; make room on the disk and send it again. Nothing was changed`;
    return errorResponse(c, new ApiError(503, told, { retryAfter: 1 }, 100));
  }
  return errorResponse(c, new ApiError(500, `The emulator failed on this request: ${message}`));
}
