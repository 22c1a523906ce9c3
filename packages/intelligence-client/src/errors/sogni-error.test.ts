import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import * as errors from './index.ts';

const { BadRequestError, isSogniError, RequestAbortedError, SogniError } = errors;

test('an error knows its defaults: nothing was sent, nothing was done', () => {
  expect(new SogniError('stream', 'text')).toMatchObject({
    kind: 'stream',
    retryable: false,
    attempts: 0,
    outcome: 'rejected',
    requestId: undefined,
    idempotencyKey: undefined,
    hint: undefined,
  });
  expect('cause' in new SogniError('stream', 'text')).toBe(false);
});

test('JSON keeps the message and the facts, not the cause', () => {
  const error = new BadRequestError('went wrong', {
    status: 400,
    code: 102,
    requestId: 'req_1',
    attempts: 1,
    cause: new Error('inner'),
  });
  const shown = JSON.parse(JSON.stringify(error));
  expect(shown).toMatchObject({
    message: 'went wrong',
    name: 'BadRequestError',
    kind: 'api',
    status: 400,
    code: 102,
    requestId: 'req_1',
    attempts: 1,
  });
  expect(shown).not.toHaveProperty('cause');
  expect(inspect(error)).toContain('inner');
});

test('every class has its own name, kind and place below SogniError', () => {
  const details = { status: 400 } as const;
  const rows = [
    new errors.APIError('m', details),
    new errors.ConnectionError('m'),
    new errors.RequestTimeoutError('m'),
    new RequestAbortedError('m'),
    new errors.StreamIdleError('m'),
    new errors.StreamTruncatedError('m', { partial: 'half' }),
    new errors.ResponseValidationError('m'),
    new errors.InvalidRequestError('m'),
    new errors.UnsafeURLError('m'),
    new errors.WaitingForUserError('m', { id: 'wf_1', reason: 'cost', preview: { a: 1 }, record: {} }),
  ].map((error) => [error instanceof SogniError, error.name, error.kind, error.outcome]);
  expect(rows).toEqual([
    [true, 'APIError', 'api', 'rejected'],
    [true, 'ConnectionError', 'connection', 'rejected'],
    [true, 'TimeoutError', 'timeout', 'rejected'],
    [true, 'AbortError', 'abort', 'rejected'],
    [true, 'StreamIdleError', 'stream', 'rejected'],
    [true, 'StreamTruncatedError', 'stream', 'unknown'],
    [true, 'ResponseValidationError', 'validation', 'rejected'],
    [true, 'InvalidRequestError', 'request', 'rejected'],
    [true, 'UnsafeURLError', 'security', 'rejected'],
    [true, 'WaitingForUserError', 'run', 'rejected'],
  ]);
});

test('an error without issues of its own lists its message', () => {
  expect(new errors.InvalidRequestError('m').issues).toEqual([{ message: 'm' }]);
});

test('errors of another copy of the package are recognised', async () => {
  vi.resetModules();
  const copy = await import('./index.ts');
  const foreign = new copy.ConnectionError('from the other copy');
  expect(foreign).not.toBeInstanceOf(SogniError);
  expect(isSogniError(foreign)).toBe(true);
  expect(copy.isSogniError(new RequestAbortedError('m'))).toBe(true);
});

test.each([new Error('m'), new DOMException('m', 'AbortError'), { kind: 'api' }, 'api', null, undefined])(
  '%s is none',
  (value) => {
    expect(isSogniError(value)).toBe(false);
  },
);
