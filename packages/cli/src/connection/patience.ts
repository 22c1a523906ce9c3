import type { ClientOptions, SogniError } from '@sogni/intelligence-client';
import type { Context } from '../context.ts';
import { usageError } from '../failure/cli-error.ts';
import { plainText } from '../output/plain-text.ts';

/** Milliseconds for one answer. Source: cli 2.1. */
const DEFAULT_TIMEOUT = 30_000;

/** How long one attempt of a call may take: `SOGNI_HTTP_TIMEOUT_MS`, else 30 seconds. Source: cli 2.1. */
export function timeoutFrom({ SOGNI_HTTP_TIMEOUT_MS: given }: NodeJS.ProcessEnv): number {
  if (!given?.trim()) return DEFAULT_TIMEOUT;
  const timeout = Number(given);
  if (Number.isInteger(timeout) && timeout >= 1 && timeout <= 2 ** 31 - 1) return timeout;
  throw usageError(`SOGNI_HTTP_TIMEOUT_MS must be whole milliseconds from 1; it is "${given}"`);
}

/** Milliseconds of silence that nobody wonders about. */
const SHORT = 2000;

/** Says why nothing happens for a while. Bars that redraw themselves show it by standing still. */
export function tellDelays({ terminal }: Context): NonNullable<ClientOptions['hooks']> {
  const tell = (what: string, { error, delayMs }: { error: SogniError | undefined; delayMs: number }) => {
    if (terminal.live !== undefined || (delayMs < SHORT && error?.kind !== 'timeout')) return;
    const reason = error ? `: ${plainText(error.message)}` : '';
    terminal.progress(`${what} in ${(delayMs / 1000).toFixed(1)} s${reason}`);
  };
  return {
    onRetry: (event) => tell('Trying again', event),
    onReconnect: (event) => tell('Connecting again', event),
  };
}
