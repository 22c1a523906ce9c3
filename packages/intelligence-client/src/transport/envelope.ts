import { ResponseValidationError } from '../errors/response-validation-error.ts';
import type { ResponseInfo } from './types.ts';

/** The `data` of `{ status, data }`. Source: rest-api 2.1. */
export function envelopeData(body: unknown, info: ResponseInfo): Record<string, unknown> {
  return objectField(body, 'data', info);
}

/** A field that must be an object. @throws {ResponseValidationError} when it is not. */
function objectField(body: unknown, key: string, info: ResponseInfo): Record<string, unknown> {
  const value = isRecord(body) ? body[key] : undefined;
  if (isRecord(value)) return value;
  throw invalidResponse(`"${key}" is missing or not an object`, info);
}

/** A record that must carry its id and status. Everything else passes as the server sent it. */
export function recordField<T>(
  body: unknown,
  key: string,
  isValid: (value: Record<string, unknown>) => boolean,
  info: ResponseInfo,
): T {
  const value = objectField(body, key, info);
  if (isValid(value)) return value as T;
  throw invalidResponse(`"${key}" lacks its id or status`, info);
}

/** A list whose every item passes the guard. */
export function listField<T>(
  body: unknown,
  key: string,
  isValid: (value: Record<string, unknown>) => boolean,
  info: ResponseInfo,
): T[] {
  const value = isRecord(body) ? body[key] : undefined;
  if (Array.isArray(value) && value.every((item) => isRecord(item) && isValid(item))) return value as T[];
  throw invalidResponse(`"${key}" is missing or not a list of complete items`, info);
}

export function invalidResponse(problem: string, info: ResponseInfo): ResponseValidationError {
  const { target, requestId, attempts, idempotencyKey, outcome } = info;
  return new ResponseValidationError(`The answer of ${target} is not what the API promises: ${problem}`, {
    requestId,
    attempts,
    idempotencyKey,
    outcome,
    hint: 'Check that baseURL is the Sogni API, and that this SDK is up to date.',
  });
}

/** Text that is more than white space. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
