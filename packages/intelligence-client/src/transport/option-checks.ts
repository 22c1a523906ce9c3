import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { Attribution } from './attribution.ts';
import { type Check, type Checks, checkEach } from './check-each.ts';
import { isRecord, isText } from './envelope.ts';
import type { Hooks } from './hooks.ts';
import { LOG_LEVELS } from './log.ts';
import type { ClientOptions } from './options.ts';
import type { RequestOptions } from './types.ts';

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
export const FLAG: Check = [isBoolean, 'true or false'];
export const FUNCTION: Check = [isFunction, 'a function'];
export const MILLISECONDS: Check = [(value) => isNumber(value) && value !== 0, 'milliseconds, more than 0'];
export const COUNT: Check = [
  (value) => isNumber(value) && Number.isInteger(value),
  'a whole number of 0 or more',
];
export const HEADERS: Check = [isHeaderRecord, 'a plain object of strings'];
export const SIGNAL: Check = [isSignal, 'an AbortSignal'];
const CREDENTIAL: Check = [
  (value) => isText(value) || isFunction(value),
  `${TEXT[1]}, or a function that returns one`,
];

export const IDEMPOTENCY_KEY: Check = [
  (value) => typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value),
  '1 to 255 visible ASCII characters',
];

const HOOKS: readonly string[] = [
  'onRequest',
  'onResponse',
  'onRetry',
  'onReconnect',
] satisfies (keyof Hooks)[];

/** Hooks may keep state beside them; what is named like a hook must be one. */
const isHooks = (value: unknown) =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, item]) =>
      !/^on[A-Z]/.test(name) || (HOOKS.includes(name) && (item === undefined || isFunction(item))),
  );

/** A logger may have more, as the console does. */
const isLogger = (value: unknown) =>
  isRecord(value) && LOG_LEVELS.every((level) => level === 'off' || isFunction(value[level]));

const ATTRIBUTION: Record<keyof Attribution, Check> = {
  interactionKind: TEXT,
  workloadKind: TEXT,
  agentFramework: TEXT,
  agentFrameworkVersion: TEXT,
  agentSurface: TEXT,
  agentSurfaceVersion: TEXT,
  executionMode: TEXT,
  operationScope: TEXT,
  operationId: TEXT,
  rootOperationId: TEXT,
  parentOperationId: TEXT,
};

const SHARED = {
  timeout: MILLISECONDS,
  maxRetries: COUNT,
  headers: HEADERS,
} satisfies Checks;

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
  attribution: ATTRIBUTION,
  fetch: FUNCTION,
  middleware: [(value) => Array.isArray(value) && value.every(isFunction), 'a list of functions'],
  hooks: [isHooks, 'an object with any of the functions onRequest, onResponse, onRetry, onReconnect'],
  logger: [isLogger, 'an object with the functions error, warn, info and debug'],
  logLevel: [(value) => LOG_LEVELS.some((level) => level === value), 'one of off, error, warn, info, debug'],
  validateResponses: [(value) => isBoolean(value) || isFunction(value), 'true, false, or a function'],
  dangerouslyAllowBrowser: FLAG,
};

const REQUEST: Record<keyof RequestOptions, Check> = {
  ...SHARED,
  signal: SIGNAL,
  idempotencyKey: IDEMPOTENCY_KEY,
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
