import { isSogniError } from '@sogni/intelligence-client/errors';
import type { Circumstances } from '../context.ts';
import { plainText } from '../output/plain-text.ts';
import type { Terminal } from '../output/terminal.ts';
import { CliError } from './cli-error.ts';
import { describeFailure } from './describe-failure.ts';
import type { Failure } from './failure.ts';

/** Prints a failure, as lines or with `--json` as one object on stdout, and says which exit code it means. */
export function reportFailure(
  error: unknown,
  terminal: Terminal,
  circumstances: Circumstances,
  env: NodeJS.ProcessEnv = process.env,
): number {
  const failure = withWayOn(describeFailure(error), error, circumstances);
  if (terminal.json) {
    terminal.result([], failureEnvelope(failure, circumstances));
  } else {
    for (const line of preambleOf(error)) terminal.warn(line);
    // Who stops a command has not made a mistake.
    const label = failure.errorType === 'USER_CANCELLED' ? '' : `${terminal.colours.red('Error:')} `;
    terminal.warn(label + failure.error);
    if (failure.hint) terminal.warn(`${terminal.colours.bold('Hint:')} ${plainText(failure.hint)}`);
  }
  if (env.SOGNI_DEBUG && error instanceof Error && error.stack) terminal.warn(error.stack);
  return failure.exitCode;
}

/** The hint that only the command knows, not what failed in it. */
function withWayOn(failure: Failure, error: unknown, { wayOn, keyOption }: Circumstances): Failure {
  if (!isSogniError(error)) return failure;
  if (wayOn !== undefined) return { ...failure, hint: wayOn };
  const { outcome, idempotencyKey: key } = error;
  if (keyOption === undefined || outcome !== 'unknown' || key === undefined) return failure;
  const hint = `It may have been started. Add ${keyOption} ${key} to the same command: nothing is started twice.`;
  return { ...failure, hint };
}

function preambleOf(error: unknown): readonly string[] {
  return error instanceof CliError ? error.preamble : [];
}

/** The failure object of `--json`. Source: cli 3.5. */
export function failureEnvelope(
  failure: Failure,
  { prompt }: Circumstances,
  now = new Date(),
): Record<string, unknown> {
  const { error, errorType, errorCategory, retryable, errorCode, errorDetails, hint, purchase } = failure;
  return {
    success: false,
    error,
    errorType,
    errorCategory,
    retryable,
    prompt,
    ...(errorCode !== undefined && { errorCode }),
    ...(errorDetails !== undefined && { errorDetails }),
    ...(hint !== undefined && { hint }),
    ...purchase,
    timestamp: now.toISOString(),
    node: process.version,
    cwd: process.cwd(),
  };
}
