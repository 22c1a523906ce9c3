import { type Checks, checkEach } from '../transport/check-each.ts';
import { COUNT, FLAG, FUNCTION, IDEMPOTENCY_KEY, MILLISECONDS, SIGNAL } from '../transport/option-checks.ts';
import type { RunOptions, WaitOptions } from './namespace.ts';

const SHARED = {
  signal: SIGNAL,
  timeout: MILLISECONDS,
  onEvent: FUNCTION,
  allowPartial: FLAG,
  approveCost: [
    (value) => value === true || typeof value === 'function',
    'true, or a function of the preview; leave it out to approve nothing',
  ],
} satisfies Checks;

const WAIT: Record<keyof WaitOptions, Checks[string]> = { ...SHARED, after: COUNT };

const RUN: Record<keyof RunOptions, Checks[string]> = { ...SHARED, idempotencyKey: IDEMPOTENCY_KEY };

/** @throws {InvalidRequestError} naming every option that is unknown or wrong. */
export function checkWait(options: WaitOptions): void {
  checkEach('wait', options, WAIT);
}

/** @throws {InvalidRequestError} naming every option that is unknown or wrong. */
export function checkRun(options: RunOptions): void {
  checkEach('run', options, RUN);
}
