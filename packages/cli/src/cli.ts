import { asksForHelp, helpText } from './commands/help.ts';
import type { Circumstances, Context } from './context.ts';
import { catchCrashes } from './failure/crash.ts';
import { createTerminal } from './output/terminal.ts';
import { catchSignals } from './signals.ts';

/** Runs a command line and reports what goes wrong. Resolves with the exit code. Source: cli 3.2. */
export async function runCli(words: readonly string[], version: string): Promise<number> {
  const { env, stdout, stderr } = process;
  // Read from the raw words, so that a command line with a mistake in it is answered in the right form.
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  const json = options.includes('--json');
  const quiet = options.includes('-q') || options.includes('--quiet');
  const terminal = createTerminal({ stdout, stderr, env, json, quiet });
  const interruption = catchSignals();
  const circumstances: Circumstances = { prompt: null };
  const crash = catchCrashes(terminal, circumstances);
  try {
    const openContext = (shared: Context['shared']): Context => ({
      terminal,
      signal: interruption.signal,
      giveUp: interruption.giveUp,
      env,
      version,
      shared,
      circumstances,
    });
    if (asksForHelp(words)) {
      stdout.write(`${helpText(words, Math.min(110, stdout.columns || 110))}\n`);
    } else {
      const { parseAndRun } = await import('./commands/parse.ts');
      await parseAndRun(words, openContext);
    }
    return interruption.exitCode() ?? 0;
  } catch (error) {
    const { reportFailure } = await import('./failure/report.ts');
    const exitCode = reportFailure(interruption.failure() ?? error, terminal, circumstances);
    return interruption.exitCode() ?? exitCode;
  } finally {
    interruption.stop();
    crash.stop();
  }
}
