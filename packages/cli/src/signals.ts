import { constants } from 'node:os';
import type { CliError } from './failure/cli-error.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What interrupted the command, if anything did. */
export interface Interruption {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** 129, 130 or 143 once a signal came. Source: cli 3.2. */
  exitCode(): number | undefined;
  /** Interrupts the command because it cannot go on; unless it ends well all the same, this is its failure. */
  giveUp(failure: CliError): void;
  /** What the command was given up for. */
  failure(): CliError | undefined;
  stop(): void;
}

/** Turns the first signal into an abort; a second one ends the process at once. */
export function catchSignals(): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;
  let failure: CliError | undefined;
  const listeners = SIGNALS.map((name) => {
    const listener = () => {
      if (exitCode !== undefined) process.exit(exitCode);
      exitCode = 128 + constants.signals[name];
      controller.abort();
    };
    process.on(name, listener);
    return { name, listener };
  });
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    giveUp(reason) {
      failure ??= reason;
      controller.abort();
    },
    failure: () => failure,
    stop() {
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}
