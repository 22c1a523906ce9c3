import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { isRecord } from './envelope.ts';
import type { Method, Query, RequestSpec } from './types.ts';

/** A call to any endpoint of the API. */
export interface RawRequest {
  /** Default `GET`. */
  method?: Method | undefined;
  /** Begins with `/`; ids in it must be percent-encoded. */
  path: string;
  /** Appended to the path; `null` and `undefined` are left out. */
  query?: Query | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as `Idempotency-Key`; also says that the route deduplicates, so that the call may be sent again. */
  idempotencyKey?: string | undefined;
  /** Whether to resolve with the `data` of an envelope. Default `true`; bodies without one pass whole. */
  unwrap?: boolean | undefined;
}

const METHODS: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** @throws {InvalidRequestError} for an unknown method. */
export function rawRequest<T>({
  method = 'GET',
  path,
  query = {},
  body,
  idempotencyKey,
  unwrap = true,
}: RawRequest): RequestSpec<T> {
  if (!METHODS.includes(method))
    throw new InvalidRequestError(`The method "${method}" is not one of ${METHODS.join(', ')}`);
  if (typeof path !== 'string')
    throw new InvalidRequestError('The request needs a path that begins with "/"');
  const writes = method === 'POST' || method === 'PATCH';
  return {
    method,
    path,
    query,
    body,
    retry: !writes ? 'idempotent' : idempotencyKey === undefined ? 'once' : 'keyed',
    unwrap: (answer) =>
      (unwrap && isRecord(answer) && answer.status === 'success' && 'data' in answer
        ? answer.data
        : answer) as T,
  };
}
