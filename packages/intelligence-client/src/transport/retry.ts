import pRetry from 'p-retry';
import { isSogniError, type SogniError } from '../errors/sogni-error.ts';
import { SubscriptionBillingError } from '../errors/subscription-billing-error.ts';
import { backoffDelay, retryAfterOf } from './backoff.ts';
import type { RetryClass } from './types.ts';

export interface RetryPolicy {
  retry: RetryClass;
  maxRetries: number;
  maxRetryAfter: number;
  /** Waits; rejects when the caller aborts. */
  wait: (milliseconds: number) => Promise<void>;
  onRetry: (error: SogniError, delayMs: number) => void;
}

/**
 * Repeats an attempt while its failure allows it. p-retry counts the attempts; whether and when to go on is decided here,
 * so its own timer is at zero and the wait lies in its question.
 */
export async function withRetries<T>(attempt: () => Promise<T>, policy: RetryPolicy): Promise<T> {
  return await pRetry(attempt, {
    retries: policy.maxRetries,
    minTimeout: 0,
    async shouldRetry({ error, retriesConsumed }) {
      if (!mayRetry(error, policy)) return false;
      const delay = backoffDelay(retriesConsumed, retryAfterOf(error));
      policy.onRetry(error, delay);
      await policy.wait(delay);
      return true;
    },
  });
}

function mayRetry(error: unknown, { retry, maxRetryAfter }: RetryPolicy): error is SogniError {
  if (!isSogniError(error) || !error.retryable) return false;
  // A full subscription queue (4079) may have been answered before or behind the write: only a key makes it safe.
  if (error instanceof SubscriptionBillingError && retry !== 'keyed') return false;
  return retryAfterOf(error) <= maxRetryAfter;
}
