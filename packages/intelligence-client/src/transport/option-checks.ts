import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord, isText } from './envelope.ts';
import { LOG_LEVELS } from './log.ts';
import type { ClientOptions } from './options.ts';
import { issue, refuse } from './request-issues.ts';
import type { RequestOptions } from './types.ts';

/** What a value must pass, and how to say so. */
type Check = readonly [accepts: (value: unknown) => boolean, expected: string];

const isFunction = (value: unknown) => typeof value === 'function';
const isBoolean = (value: unknown) => typeof value === 'boolean';
const isNumber = (value: unknown) => typeof value === 'number' && value >= 0;

/** Not `instanceof`: a signal of another realm works as well. */
const isSignal = (value: unknown) => isRecord(value) && 'aborted' in value && 'addEventListener' in value;

/** `Headers` and `Map` keep their entries where `Object.entries` sees none, so they would be lost silently. */
const isHeaderRecord = (value: unknown) =>
  isRecord(value) &&
  !(Symbol.iterator in value) &&
  Object.values(value).every((item) => item === undefined || typeof item === 'string');

const TEXT: Check = [isText, 'a string that is not empty'];
const FLAG: Check = [isBoolean, 'true or false'];
const OBJECT: Check = [isRecord, 'an object'];
const CREDENTIAL: Check = [
  (value) => isText(value) || isFunction(value),
  `${TEXT[1]}, or a function that returns one`,
];

const SHARED = {
  timeout: [(value) => isNumber(value) && value !== 0, 'milliseconds, more than 0'],
  maxRetries: [(value) => isNumber(value) && Number.isInteger(value), 'a whole number of 0 or more'],
  headers: [isHeaderRecord, 'a plain object of strings'],
} satisfies Record<string, Check>;

const CLIENT: Record<keyof ClientOptions, Check> = {
  ...SHARED,
  apiKey: CREDENTIAL,
  accessToken: CREDENTIAL,
  baseURL: TEXT,
  socketURL: TEXT,
  allowedHosts: [(value) => Array.isArray(value) && value.every(isText), 'a list of host names'],
  allowUnsafeBaseURL: FLAG,
  maxRetryAfter: [isNumber, 'milliseconds, 0 or more'],
  tokenType: TEXT,
  billingMode: TEXT,
  appSource: [
    (value) => typeof value === 'string' && value.length <= 128,
    'a string of at most 128 characters',
  ],
  attribution: OBJECT,
  fetch: [isFunction, 'a function'],
  middleware: [(value) => Array.isArray(value) && value.every(isFunction), 'a list of functions'],
  hooks: OBJECT,
  logger: OBJECT,
  logLevel: [(value) => LOG_LEVELS.some((level) => level === value), 'one of off, error, warn, info, debug'],
  validateResponses: [(value) => isBoolean(value) || isFunction(value), 'true, false, or a function'],
  dangerouslyAllowBrowser: FLAG,
};

const REQUEST: Record<keyof RequestOptions, Check> = {
  ...SHARED,
  signal: [isSignal, 'an AbortSignal'],
  idempotencyKey: [
    (value) => typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value),
    '1 to 255 visible ASCII characters',
  ],
};

/** @throws {InvalidRequestError} naming every client option that is unknown or wrong. Values are not repeated: one may be a key. */
export function checkOptions(options: ClientOptions): void {
  checkEach('client', options, CLIENT);
  if (options.apiKey !== undefined && options.accessToken !== undefined) {
    throw new InvalidRequestError('Pass apiKey or accessToken, not both', {
      issues: [{ path: 'accessToken', message: 'apiKey is set too' }],
    });
  }
}

/** @throws {InvalidRequestError} naming every option of a call that is unknown or wrong. */
export function checkRequestOptions(options: RequestOptions): void {
  checkEach('request', options, REQUEST);
}

function checkEach(kind: string, options: object, known: Record<string, Check>): void {
  if (!isRecord(options)) throw new InvalidRequestError(`The ${kind} options must be an object`);
  const issues = Object.entries(options).flatMap(([path, value]): RequestIssue[] => {
    const check = Object.hasOwn(known, path) ? known[path] : undefined;
    if (!check) {
      const message = `unknown option "${path}"; ${closest(path, Object.keys(known))}`;
      return [{ path, code: 'unknown_option', message }];
    }
    const [accepts, expected] = check;
    if (value === undefined || accepts(value)) return [];
    return [issue(path, 'invalid_option', `must be ${expected}`)];
  });
  refuse(`Wrong ${kind} options`, issues);
}

function closest(key: string, known: string[]): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const match = known.find((name) => plain(name) === plain(key));
  return match ? `did you mean "${match}"?` : `known are ${known.join(', ')}`;
}
