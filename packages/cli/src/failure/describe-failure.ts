import { isSogniError } from '@sogni/intelligence-client/errors';
import { messageText } from '../output/plain-text.ts';
import { classify } from './classification.ts';
import { CliError } from './cli-error.ts';
import { describeSogniError } from './describe-sogni-error.ts';
import type { Failure } from './failure.ts';

/** Puts whatever was thrown into the words and fields that it is reported with. */
export function describeFailure(error: unknown): Failure {
  if (isSogniError(error)) return describeSogniError(error);
  const message =
    messageText(error instanceof Error ? error.message : error) || 'It failed without a message';
  if (error instanceof CliError) {
    const { code, hint, details, exitCode } = error;
    const kind = classify([code], exitCode === 2 ? 'must be' : message);
    return { error: message, ...kind, errorCode: code, errorDetails: details, hint, exitCode };
  }
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { error: message, ...classify([code], message), errorCode: code, exitCode: 1 };
}
