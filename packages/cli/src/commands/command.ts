import type { Argv } from 'yargs';
import type { Context } from '../context.ts';
import { usageError } from '../failure/cli-error.ts';
import type { Option, OptionTable, Values } from '../options/option.ts';
import { readValues } from '../options/read-values.ts';
import { SHARED_OPTIONS } from '../options/shared-options.ts';

/** A command of the command form. Its code is loaded when it runs. */
export interface Command<Table extends OptionTable = OptionTable> {
  /** Such as `watch <id>`. */
  readonly words: string;
  readonly describe: string;
  readonly options: Table;
  /** `argument`: what stands for `<id>` or `[prompt]`. */
  run(context: Context, values: Values<Table>, argument: string): Promise<void>;
}

/** Checks a handler against the options of its command, then forgets which they are, so that commands fit in one list. */
export function command<const Table extends OptionTable>(definition: Command<Table>): Command {
  return definition;
}

/** Makes the context of a command from its shared options. */
export type OpenContext = (shared: Context['shared']) => Context;

/** Adds a command to the parser. `path` is what is typed in front of it. */
export function addCommand(
  parser: Argv,
  path: readonly string[],
  definition: Command,
  openContext: OpenContext,
): void {
  const { words, describe, options, run } = definition;
  const [name = '', placeholder] = words.split(' ');
  const key = placeholder?.replace(/[<[\]>.]/g, '');
  const typed = ['sogni-agent', ...path, name].join(' ');
  parser.command(
    // An argument that is missing is reported below, in words that fit the command.
    placeholder === undefined ? name : `${name} [${key}]`,
    describe,
    (inner) =>
      inner
        .usage(`${typed} ${placeholder ?? ''} [options]`)
        .options(helpOf({ ...SHARED_OPTIONS, ...options })),
    async (found) => {
      const shared = readValues({ ...SHARED_OPTIONS, ...options }, found, typed, key ? [key] : []);
      const argument = String(found[key ?? ''] ?? (found['--'] as string[] | undefined)?.[0] ?? '');
      const extra = found._.slice(path.length + 1).concat(
        (found['--'] as string[] | undefined)?.slice(1) ?? [],
      );
      if (extra.length > 0) {
        throw usageError(`${typed} takes ${key ? `one ${key}` : 'no argument'}; "${extra[0]}" is too much`, {
          hint: 'Put a text with spaces in quotes.',
        });
      }
      if (placeholder?.startsWith('<') && argument.trim() === '') {
        throw usageError(`${typed} needs ${placeholder}`, {
          code: key === 'id' ? 'MISSING_WORKFLOW_ID' : 'INVALID_ARGUMENT',
          hint: `${typed} ${placeholder}; see ${typed} --help.`,
        });
      }
      await run(openContext(shared), shared, argument);
    },
  );
}

/** Options as the parser's help wants them. */
export function helpOf(table: OptionTable) {
  const entries = Object.entries(table).filter(([name]) => name !== 'help');
  return Object.fromEntries(entries.map(([name, option]) => [name, helpEntry(option)]));
}

function helpEntry({ aliases, describe, form, group }: Option<unknown>) {
  const letters = aliases.filter((alias) => !alias.startsWith('--')).map((alias) => alias.slice(1));
  return { alias: letters, describe, group, type: form === 'value' ? 'string' : 'boolean' } as const;
}
