import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { CliError } from '../failure/cli-error.ts';

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Asks on the terminal; only `y` or `yes` approve, and the end of the input does not.
 *
 * @throws {CliError} `USER_CANCELLED` when `signal` is aborted first.
 */
export async function askToApprove(question: string, signal: AbortSignal): Promise<boolean> {
  // Plain lines: with `terminal` on, the interface would take Ctrl-C for itself.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const ended = once(lines, 'close').then(() => '');
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), ended]);
    return /^y(?:es)?$/i.test(answer.trim());
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new CliError('Interrupted; nothing was approved', { code: 'USER_CANCELLED', cause });
  } finally {
    lines.close();
  }
}
