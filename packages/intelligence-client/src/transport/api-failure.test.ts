import { expect, test } from 'vitest';
import * as errors from '../errors/index.ts';
import { apiFailure } from './api-failure.ts';
import type { CallContext } from './failure.ts';

const CALL: CallContext = {
  method: 'POST',
  target: 'https://api.sogni.ai/v1/things',
  subject: undefined,
  retry: 'keyed',
  attempt: 1,
  idempotencyKey: 'key-1',
};

function failed(status: number, body: unknown = '', headers: Record<string, string> = {}, call = CALL) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const retryAfter = headers['retry-after'] ?? null;
  return apiFailure(
    { status, statusText: 'Reason', headers, retryAfter, text },
    { ...call, requestId: 'req_1' },
  );
}

test.each([
  [400, errors.BadRequestError],
  [401, errors.AuthenticationError],
  [402, errors.InsufficientBalanceError],
  [403, errors.PermissionDeniedError],
  [404, errors.NotFoundError],
  [409, errors.ConflictError],
  [422, errors.UnprocessableEntityError],
  [429, errors.RateLimitError],
  [500, errors.InternalServerError],
  [503, errors.InternalServerError],
  [599, errors.InternalServerError],
  [304, errors.APIError],
  [408, errors.APIError],
  [418, errors.APIError],
  [425, errors.APIError],
])('%i is a %o', (status, expected) => {
  const error = failed(status);
  expect(error.constructor).toBe(expected);
  expect(error).toBeInstanceOf(errors.APIError);
  expect(error).toMatchObject({ kind: 'api', status, name: expected.name, requestId: 'req_1', attempts: 1 });
});

test.each([
  [
    'the envelope',
    { status: 'error', errorCode: 126, message: 'Too fast', retryAfter: 2, details: { scope: 'a' } },
    { code: 126, message: /: Too fast$/, details: { scope: 'a' }, rateLimit: { retryAfterMs: 2_000 } },
  ],
  [
    'an envelope without its status',
    { errorCode: 104, message: 'Unknown' },
    { code: 104, message: /: Unknown$/, details: {} },
  ],
  [
    'an error inside data',
    { data: { message: 'Inside', errorCode: 102, retryAfter: 1.5, details: { field: 'x' } } },
    { code: 102, message: /: Inside$/, details: { field: 'x' }, rateLimit: { retryAfterMs: 1_500 } },
  ],
  [
    'the OpenAI shape',
    {
      error: { message: 'No plan', type: 'subscription_unavailable', code: 'model_gone' },
      retryAfter: 20,
      details: { scope: 'account' },
    },
    {
      code: 'model_gone',
      category: 'subscription_unavailable',
      message: /: No plan$/,
      details: { scope: 'account' },
      rateLimit: { retryAfterMs: 20_000 },
    },
  ],
  [
    'the flat chat shape',
    { error: 'insufficient_balance', error_code: '123', error_message: 'Top up' },
    { code: '123', category: 'insufficient_balance', message: /: Top up$/ },
  ],
  [
    'a flat type alone',
    { error: 'server_restarting' },
    { category: 'server_restarting', message: /: server_restarting$/ },
  ],
  ['an object that says nothing', {}, { code: undefined, category: undefined, message: /: Reason$/ }],
  ['empty strings', { message: '', errorCode: '' }, { code: undefined, message: /: Reason$/ }],
  [
    'fields of wrong types',
    { message: 7, errorCode: {}, error: [] },
    { code: undefined, message: /: Reason$/ },
  ],
  ['a code of 0', { errorCode: 0, message: 'zero' }, { code: 0, message: /: zero$/ }],
  ['a list', [{ message: 'in a list' }], { body: [{ message: 'in a list' }], details: {} }],
  ['a JSON string', '"just text"', { body: 'just text', message: /just text/ }],
  ['plain text', ' upstream down ', { body: ' upstream down ', message: /: upstream down$/ }],
  ['nothing', '', { body: '', message: /: Reason$/ }],
])(
  '%s is understood',
  (_, body, { message, ...expected }: Record<string, unknown> & { message?: RegExp }) => {
    const error = failed(400, body);
    expect(error).toMatchObject(expected);
    if (message) expect(error.message).toMatch(message);
  },
);

test('without a reason phrase the status speaks', () => {
  const { message } = apiFailure(
    { status: 400, statusText: '', headers: {}, retryAfter: null, text: '' },
    CALL,
  );
  expect(message).toMatch(/: HTTP 400$/);
});

const BILLING = [4078, 4079, 4080, 4081].flatMap((code) =>
  [402, 403, 429, 503].flatMap((status) => [
    { code, status, body: { status: 'error', errorCode: code, message: 'm' } },
    { code, status, body: { error: { message: 'm', type: 't', code: String(code) } } },
    { code, status, body: { error: 't', error_code: String(code), error_message: 'm' } },
    { code, status, body: { data: { errorCode: String(code), message: 'm' } } },
  ]),
);

test.each(BILLING)('code $code is a billing error on $status: $body', ({ code, status, body }) => {
  const error = failed(status, body);
  expect(error).toBeInstanceOf(errors.SubscriptionBillingError);
  expect(error).toMatchObject({ billingCode: code, status, retryable: code === 4079 });
});

test.each([4077, '4078x', '0xfee', 4082])('code %s is no billing error', (errorCode) => {
  expect(failed(402, { errorCode })).toBeInstanceOf(errors.InsufficientBalanceError);
});

test('a rejected template names its issues and compile errors', () => {
  const issue = { message: 'no such step', path: 'steps.0', code: 'unknown_step', severity: 'error' };
  const body = {
    status: 'error',
    message: 'invalid',
    data: {
      validation: { issues: [issue, { note: 'no message' }, null] },
      compileErrors: [{ message: 'c' }],
      compileWarnings: [{ message: 'w' }],
    },
  };
  expect(failed(422, body)).toMatchObject({
    issues: [issue],
    compileErrors: [{ message: 'c' }],
    compileWarnings: [{ message: 'w' }],
  });
});

test('issues and compile errors are found beside data and in details too', () => {
  const body = {
    validation: { issues: [{ message: 'v' }] },
    details: { compileErrors: [{ message: 'c' }], compileWarnings: 'none' },
  };
  expect(failed(422, body)).toMatchObject({
    issues: [{ message: 'v' }],
    compileErrors: [{ message: 'c' }],
    compileWarnings: [],
  });
});

test('rate limit headers are numbers, or absent', () => {
  const headers = { 'x-ratelimit-limit': '60, 60;w=60', 'x-ratelimit-remaining': '0', 'retry-after': '3' };
  const error = failed(429, '', headers);
  expect(error.rateLimit).toEqual({ limit: 60, remaining: 0, retryAfterMs: 3_000 });
  expect(error).toMatchObject({ retryAfterMs: 3_000, hint: 'Wait 3 s before the next attempt.', headers });
  expect(failed(429, '', { 'x-ratelimit-limit': 'many' }).rateLimit).toEqual({});
});
