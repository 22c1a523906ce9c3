import type { Circumstances } from '../context.ts';
import type { Terminal } from '../output/terminal.ts';

/**
 * Reports what nobody caught like any other failure and ends with exit code 1: no stack trace, and with `--json` still one
 * object. Source: cli 3.5.
 */
export function catchCrashes(terminal: Terminal, circumstances: Circumstances): { stop(): void } {
  const end = async (error: unknown) => {
    const { reportFailure } = await import('./report.ts');
    process.exit(reportFailure(error, terminal, circumstances));
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  return {
    stop() {
      process.off('uncaughtException', end);
      process.off('unhandledRejection', end);
    },
  };
}
