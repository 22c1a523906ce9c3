import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord } from './envelope.ts';
import { lazily } from './lazily.ts';
import { LOG_LEVELS } from './log.ts';
import type { ClientOptions } from './options.ts';
import type { RequestOptions } from './types.ts';

/** What a value must pass, and how to say so. */
type Check = readonly [accepts: (value: unknown) => boolean, expected: string];

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isFunction = (value: unknown) => typeof value === 'function';
const isListOf = (accepts: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(accepts);

/** Not `instanceof`: a signal of another realm works as well. */
const isSignal = (value: unknown) =>
  typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;

/** `Headers` and `Map` keep their entries where `Object.entries` sees none, so they would be lost silently. */
const isHeaderRecord = (value: unknown) =>
  isRecord(value) &&
  !(Symbol.iterator in value) &&
  Object.values(value).every((item) => item === undefined || typeof item === 'string');

const checks = lazily(() => {
  const text: Check = [isText, 'a string that is not empty'];
  const flag: Check = [(value) => typeof value === 'boolean', 'true or false'];
  const object: Check = [isRecord, 'an object'];
  const credential: Check = [
    (value) => isText(value) || isFunction(value),
    'a string that is not empty, or a function that returns one',
  ];
  const shared = {
    timeout: [(value) => typeof value === 'number' && value > 0, 'milliseconds, more than 0'],
    maxRetries: [(value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number of 0 or more'],
    headers: [isHeaderRecord, 'a plain object of strings'],
  } satisfies Record<string, Check>;
  const client: Record<keyof ClientOptions, Check> = {
    ...shared,
    apiKey: credential,
    accessToken: credential,
    baseURL: text,
    socketURL: text,
    allowedHosts: [isListOf(isText), 'a list of host names'],
    allowUnsafeBaseURL: flag,
    maxRetryAfter: [(value) => typeof value === 'number' && value >= 0, 'milliseconds, 0 or more'],
    tokenType: text,
    billingMode: text,
    appSource: [
      (value) => typeof value === 'string' && value.length <= 128,
      'a string of at most 128 characters',
    ],
    attribution: object,
    fetch: [isFunction, 'a function'],
    middleware: [isListOf(isFunction), 'a list of functions'],
    hooks: object,
    logger: object,
    logLevel: [(value) => LOG_LEVELS.some((level) => level === value), `one of ${LOG_LEVELS.join(', ')}`],
    validateResponses: [
      (value) => typeof value === 'boolean' || isFunction(value),
      'true, false, or a function',
    ],
    dangerouslyAllowBrowser: flag,
  };
  const request: Record<keyof RequestOptions, Check> = {
    ...shared,
    signal: [isSignal, 'an AbortSignal'],
    idempotencyKey: [
      (value) => typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value),
      '1 to 255 visible ASCII characters',
    ],
  };
  return { client, request };
});

/** @throws {InvalidRequestError} naming every client option that is unknown or wrong. Values are not repeated: one may be a key. */
export function checkOptions(options: ClientOptions): void {
  refuse('client', options);
  if (options.apiKey !== undefined && options.accessToken !== undefined) {
    throw new InvalidRequestError('Pass apiKey or accessToken, not both', {
      issues: [{ path: 'accessToken', message: 'apiKey is set too' }],
    });
  }
}

/** @throws {InvalidRequestError} naming every option of a call that is unknown or wrong. */
export function checkRequestOptions(options: RequestOptions): void {
  refuse('request', options);
}

function refuse(kind: 'client' | 'request', options: object): void {
  if (!isRecord(options)) throw new InvalidRequestError(`The ${kind} options must be an object`);
  const known: Record<string, Check> = checks()[kind];
  const issues = Object.entries(options).flatMap(([path, value]): RequestIssue[] => {
    const check = Object.hasOwn(known, path) ? known[path] : undefined;
    if (!check) {
      const message = `unknown option "${path}"; ${closest(path, Object.keys(known))}`;
      return [{ path, code: 'unknown_option', message }];
    }
    const [accepts, expected] = check;
    if (value === undefined || accepts(value)) return [];
    return [{ path, code: 'invalid_option', message: `${path} must be ${expected}` }];
  });
  if (issues.length === 0) return;
  throw new InvalidRequestError(`Wrong ${kind} options: ${issues.map(({ message }) => message).join('; ')}`, {
    issues,
  });
}

function closest(key: string, known: string[]): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const match = known.find((name) => plain(name) === plain(key));
  return match ? `did you mean "${match}"?` : `known are ${known.join(', ')}`;
}
