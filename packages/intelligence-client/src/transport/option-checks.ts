import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { LOG_LEVELS } from './log.ts';
import type { ClientOptions } from './options.ts';
import type { RequestOptions } from './types.ts';

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;

const rule =
  (accepts: (value: unknown) => boolean, expected: string): Check =>
  (value) =>
    accepts(value) ? undefined : `must be ${expected}`;

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const text = rule((value) => typeof value === 'string' && value.trim() !== '', 'a string that is not empty');
const flag = rule((value) => typeof value === 'boolean', 'true or false');
const milliseconds = rule((value) => typeof value === 'number' && value > 0, 'milliseconds, more than 0');
const count = rule((value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number of 0 or more');
const object = rule(isObject, 'an object');
const func = rule((value) => typeof value === 'function', 'a function');
const credential = rule(
  (value) => typeof value === 'function' || (typeof value === 'string' && value.trim() !== ''),
  'a string that is not empty, or a function that returns one',
);
const headers = rule(
  (value) =>
    isObject(value) &&
    Object.values(Object(value)).every((item) => item === undefined || typeof item === 'string'),
  'an object of strings',
);

/** Made on first use: nothing is built when the module loads. */
function clientChecks(): Record<keyof ClientOptions, Check> {
  return {
    apiKey: credential,
    accessToken: credential,
    baseURL: text,
    socketURL: text,
    allowedHosts: rule(
      (value) => Array.isArray(value) && value.every((host) => typeof host === 'string'),
      'a list of host names',
    ),
    allowUnsafeBaseURL: flag,
    timeout: milliseconds,
    maxRetries: count,
    maxRetryAfter: rule((value) => typeof value === 'number' && value >= 0, 'milliseconds, 0 or more'),
    tokenType: text,
    billingMode: text,
    appSource: rule(
      (value) => typeof value === 'string' && value.length <= 128,
      'a string of at most 128 characters',
    ),
    attribution: object,
    fetch: func,
    headers,
    middleware: rule(
      (value) => Array.isArray(value) && value.every((item) => typeof item === 'function'),
      'a list of functions',
    ),
    hooks: object,
    logger: object,
    logLevel: rule((value) => LOG_LEVELS.some((level) => level === value), `one of ${LOG_LEVELS.join(', ')}`),
    validateResponses: rule(
      (value) => typeof value === 'boolean' || typeof value === 'function',
      'true, false, or a function',
    ),
    dangerouslyAllowBrowser: flag,
  };
}

function requestChecks(): Record<keyof RequestOptions, Check> {
  return {
    signal: rule((value) => value instanceof AbortSignal, 'an AbortSignal'),
    timeout: milliseconds,
    maxRetries: count,
    idempotencyKey: rule(
      (value) => typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value),
      '1 to 255 visible ASCII characters',
    ),
    headers,
  };
}

/** @throws {InvalidRequestError} naming every client option that is unknown or wrong. Values are not repeated: one may be a key. */
export function checkOptions(options: ClientOptions): void {
  refuse('client', options, clientChecks());
  if (options.apiKey !== undefined && options.accessToken !== undefined) {
    throw new InvalidRequestError('Pass apiKey or accessToken, not both', {
      issues: [{ path: 'accessToken', message: 'apiKey is set too' }],
    });
  }
}

/** @throws {InvalidRequestError} naming every option of a call that is unknown or wrong. */
export function checkRequestOptions(options: RequestOptions): void {
  for (const _ in options) {
    refuse('request', options, requestChecks());
    return;
  }
}

function refuse(kind: string, options: object, checks: Record<string, Check>): void {
  if (!isObject(options)) throw new InvalidRequestError(`The ${kind} options must be an object`);
  const issues = Object.entries(options).flatMap(([key, value]): RequestIssue[] => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!check)
      return [
        { path: key, code: 'unknown_option', message: `unknown option "${key}"${closest(key, checks)}` },
      ];
    const problem = value === undefined ? undefined : check(value);
    return problem ? [{ path: key, code: 'invalid_option', message: `${key} ${problem}` }] : [];
  });
  if (issues.length === 0) return;
  throw new InvalidRequestError(`Wrong ${kind} options: ${issues.map(({ message }) => message).join('; ')}`, {
    issues,
  });
}

function closest(key: string, checks: Record<string, Check>): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const match = Object.keys(checks).find((known) => plain(known) === plain(key));
  return match ? `; did you mean "${match}"?` : `; known are ${Object.keys(checks).join(', ')}`;
}
