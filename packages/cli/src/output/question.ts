import { createInterface } from 'node:readline/promises';

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks on the terminal; only `y` or `yes` approve. Rejects when `signal` is aborted. */
export async function askToApprove(question: string, signal: AbortSignal): Promise<boolean> {
  // Raw lines: with `terminal` on, the interface would take Ctrl-C for itself.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal });
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
