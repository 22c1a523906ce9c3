import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What interrupted the command, if anything did. */
export interface Interruption {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** 129, 130 or 143 once a signal came. Source: cli 3.2. */
  exitCode(): number | undefined;
  stop(): void;
}

/** Turns the first signal into an abort; a second one ends the process at once. */
export function catchSignals(): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;
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
    stop() {
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}
