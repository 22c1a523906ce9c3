import {
  APIError,
  AuthenticationError,
  ConnectionError,
  InsufficientBalanceError,
  InvalidRequestError,
  RequestAbortedError,
  SubscriptionBillingError,
  UnsafeURLError,
} from '@sogni/intelligence-client/errors';
import { expect, test } from 'vitest';
import { CliError, usageError } from './cli-error.ts';
import { describeFailure } from './describe-failure.ts';
import { failureEnvelope } from './report.ts';

const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

test.each([
  [
    'a wrong key',
    new AuthenticationError('401 from GET /x: no', { status: 401, code: 101 }),
    { errorType: 'PERMISSION_REQUIRED', errorCode: 'INVALID_API_KEY', retryable: false, exitCode: 1 },
  ],
  [
    'missing credit',
    new InsufficientBalanceError('402: pay', { status: 402 }),
    {
      errorType: 'COST_LIMIT_EXCEEDED',
      errorCode: 'INSUFFICIENT_BALANCE',
      purchase: { purchaseAction: true },
    },
  ],
  [
    'a full queue of the plan',
    new SubscriptionBillingError('busy', { status: 429, code: 4079, billingCode: 4079 }),
    { errorCategory: 'subscription_billing', errorCode: '4079', retryable: true },
  ],
  [
    'a plan that is too small',
    new SubscriptionBillingError('no', { status: 403, code: '4081', billingCode: 4081 }),
    { errorCode: '4081', retryable: false, purchase: { purchaseLabel: 'Upgrade to Unlimited Pro' } },
  ],
  [
    'a refused connection',
    new ConnectionError('No answer: refused', { retryable: true, cause: { cause: refused } }),
    { errorType: 'GPU_WORKER_FAILED', errorCode: 'ECONNREFUSED', retryable: true, exitCode: 1 },
  ],
  [
    'a host that may not have the key',
    new UnsafeURLError('baseURL is loopback'),
    { errorCode: 'UNSAFE_API_BASE_URL', errorType: 'PERMISSION_REQUIRED', exitCode: 1 },
  ],
  [
    'a plan with a cycle',
    new InvalidRequestError('circle', {
      issues: [{ message: 'circle', path: 'input.steps', code: 'cycle' }],
    }),
    { errorCode: 'INVALID_WORKFLOW_INPUT', errorType: 'WORKFLOW_VALIDATION_FAILED', exitCode: 2 },
  ],
  [
    'an interruption',
    new RequestAbortedError('stopped', { retryable: true }),
    { errorCode: 'USER_CANCELLED', errorType: 'USER_CANCELLED', retryable: false },
  ],
  [
    'a code of the server',
    new APIError('400: content policy', { status: 400, code: 'NEW_CODE' }),
    { errorCode: 'NEW_CODE', errorType: 'SAFETY_REJECTED' },
  ],
  ['a usage error', usageError('-x is unknown'), { errorCode: 'INVALID_ARGUMENT', exitCode: 2 }],
  ['anything else', new TypeError('oops'), { errorType: 'UNKNOWN_ERROR', exitCode: 1 }],
  ['no error at all', undefined, { errorType: 'UNKNOWN_ERROR', error: 'It failed without a message' }],
])('describes %s', (_what, error, expected) => {
  expect(describeFailure(error)).toMatchObject(expected);
});

test('strips what a terminal would obey from the message of a server', () => {
  const error = new APIError('500: \u001b[2Jboom\nsecond line', { status: 500 });
  expect(describeFailure(error).error).toBe('500: boom second line');
});

test('the failure object has the fields of the contract', () => {
  const failure = describeFailure(
    new CliError('gone', { code: 'FILE_NOT_FOUND', hint: 'look', details: { a: 1 } }),
  );
  expect(failureEnvelope(failure, { prompt: 'a fox' }, new Date(0))).toEqual({
    success: false,
    error: 'gone',
    errorType: 'ASSET_NOT_FOUND',
    errorCategory: 'asset_not_found',
    retryable: false,
    prompt: 'a fox',
    errorCode: 'FILE_NOT_FOUND',
    errorDetails: { a: 1 },
    hint: 'look',
    timestamp: '1970-01-01T00:00:00.000Z',
    node: process.version,
    cwd: process.cwd(),
  });
});
