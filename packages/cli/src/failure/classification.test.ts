import { expect, test } from 'vitest';
import { classify } from './classification.ts';

test.each([
  [['INSUFFICIENT_BALANCE'], '', 'COST_LIMIT_EXCEEDED', 'insufficient_credits', false],
  [[4024], '', 'COST_LIMIT_EXCEEDED', 'insufficient_credits', false],
  [['ABORT_ERR'], '', 'USER_CANCELLED', 'cancelled', false],
  [['ETIMEDOUT'], '', 'PROVIDER_TIMEOUT', 'timeout', true],
  [[408], '', 'PROVIDER_TIMEOUT', 'timeout', true],
  [[401], '', 'PERMISSION_REQUIRED', 'permission_required', false],
  [['missing_credentials'], '', 'PERMISSION_REQUIRED', 'permission_required', false],
  [['MODEL_UNAVAILABLE'], '', 'MODEL_UNAVAILABLE', 'model_unavailable', true],
  [['FILE_NOT_FOUND'], '', 'ASSET_NOT_FOUND', 'asset_not_found', false],
  [['INVALID_WORKFLOW_INPUT'], '', 'WORKFLOW_VALIDATION_FAILED', 'workflow_validation', false],
  [['MISSING_WORKFLOW_INPUT'], '', 'USER_INPUT_INCOMPLETE', 'user_input_incomplete', false],
  [['INVALID_ARGUMENT'], '', 'PARAMETER_INVALID', 'schema_validation', false],
  [['SAFETY_REJECTED'], '', 'SAFETY_REJECTED', 'content_refused', false],
  [[503], '', 'GPU_WORKER_FAILED', 'transient_failure', true],
  [['ECONNREFUSED'], '', 'GPU_WORKER_FAILED', 'transient_failure', true],
  [[], 'Insufficient credits for this job', 'COST_LIMIT_EXCEEDED', 'insufficient_credits', false],
  [[], 'The job was canceled', 'USER_CANCELLED', 'cancelled', false],
  [[], 'No activity for 60 s', 'PROVIDER_TIMEOUT', 'timeout', true],
  [[], 'Forbidden', 'PERMISSION_REQUIRED', 'permission_required', false],
  [[], 'No GPU worker is free', 'MODEL_UNAVAILABLE', 'model_unavailable', true],
  [[], 'width must be smaller', 'PARAMETER_INVALID', 'schema_validation', false],
  [[], 'This violates the content policy', 'SAFETY_REJECTED', 'content_refused', false],
  [[], 'Socket hang up', 'GPU_WORKER_FAILED', 'transient_failure', true],
  [[], 'Something else', 'UNKNOWN_ERROR', 'permanent_failure', false],
])('%j "%s" is %s', (codes, message, errorType, errorCategory, retryable) => {
  expect(classify(codes, message)).toEqual({ errorType, errorCategory, retryable });
});

test('a code outranks the text', () => {
  expect(classify(['INVALID_ARGUMENT'], 'it requires --prompt').errorType).toBe('PARAMETER_INVALID');
  expect(classify(['ETIMEDOUT'], 'canceled Sogni project').errorType).toBe('PROVIDER_TIMEOUT');
});

test('a code that is in no rule leaves the decision to the next one, then to the text', () => {
  expect(classify(['E_NEW', 503], 'unauthorized').errorType).toBe('GPU_WORKER_FAILED');
  expect(classify(['E_NEW'], 'unauthorized').errorType).toBe('PERMISSION_REQUIRED');
});

test('a refused connection is no refused content, even without its code', () => {
  expect(classify([], 'connection refused (ECONNREFUSED)').errorType).toBe('GPU_WORKER_FAILED');
});

test('a refused request without a telling word is a wrong parameter', () => {
  expect(classify([102, 400], 'Step 1: prompt is missing')).toMatchObject({
    errorType: 'PARAMETER_INVALID',
    retryable: false,
  });
  expect(classify([102, 400], 'stopped by the content policy').errorType).toBe('SAFETY_REJECTED');
});
