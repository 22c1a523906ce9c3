import type { CliError } from './failure/cli-error.ts';
import type { Values } from './options/option.ts';
import type { SHARED_OPTIONS } from './options/shared-options.ts';
import { shellWords } from './output/shell-words.ts';
import type { Terminal } from './output/terminal.ts';

/** Filled in by the handler as it goes. */
export interface Circumstances {
  prompt: string | null;
  /** What to do next when the API or the network fails, where the command knows it better than the error. */
  wayOn?: string;
  /** The option with which the command can be given again and do nothing twice. */
  keyOption?: string;
}

/** What every handler gets besides its own options. */
export interface Context {
  readonly terminal: Terminal;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** Interrupts the command for a reason of its own, which becomes its failure. */
  readonly giveUp: (failure: CliError) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
  readonly shared: Values<typeof SHARED_OPTIONS>;
  /** What a failure of the command is reported with. Source: cli 3.5. */
  readonly circumstances: Circumstances;
}

/** A command that the user can paste to go on, for the same API as this one. */
export function nextCommand({ shared }: Pick<Context, 'shared'>, ...words: string[]): string {
  const base = shared['api-base-url'];
  const where = shared.local ? ['--local'] : base === undefined ? [] : ['--api-base-url', base];
  return shellWords(['sogni-agent', ...where, ...words]);
}
