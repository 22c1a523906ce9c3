import type { Argv } from 'yargs';
import type { Context } from '../context.ts';
import { type CliError, usageError } from '../failure/cli-error.ts';
import type { OptionTable, Values } from '../options/option.ts';
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
  const typed = ['sogni-agent', ...path, name].join(' ');
  const table = { ...SHARED_OPTIONS, ...options };
  parser.command(
    words,
    describe,
    (inner) =>
      inner.options(typesOf(table)).fail((_message, error) => {
        throw error ?? missingArgument(typed, placeholder);
      }),
    async (found) => {
      const key = placeholder?.replace(/[<[\]>]/g, '');
      const values = readValues(table, found, typed, key === undefined ? [] : [key]);
      const given = [found[key ?? ''], ...found._.slice(path.length + 1)]
        .filter((word) => word !== undefined)
        .map(String);
      await run(openContext(values), values, onlyArgument(typed, placeholder, given));
    },
  );
}

function onlyArgument(typed: string, placeholder: string | undefined, given: readonly string[]): string {
  const [argument = '', ...more] = placeholder === undefined ? ['', ...given] : given;
  if (more.length > 0) {
    const takes = placeholder === undefined ? 'no argument' : `only ${placeholder}`;
    throw usageError(`${typed} takes ${takes}; "${more[0]}" is too much`, {
      hint: 'Put a text with spaces in quotes.',
    });
  }
  if (placeholder?.startsWith('<') && argument.trim() === '') throw missingArgument(typed, placeholder);
  return argument;
}

function missingArgument(typed: string, placeholder = 'an argument'): CliError {
  return usageError(`${typed} needs ${placeholder}`, {
    code: /workflows/.test(typed) ? 'MISSING_WORKFLOW_ID' : 'INVALID_ARGUMENT',
    hint: `See ${typed} --help.`,
  });
}

/** Options as the parser knows them: which take a value. All else about them is ours. */
export function typesOf(table: OptionTable) {
  const entries = Object.entries(table).map(([name, { form }]) => {
    return [name, { type: form === 'value' ? 'string' : 'boolean' } as const] as const;
  });
  return Object.fromEntries(entries);
}
