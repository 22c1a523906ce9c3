import { usageError } from '../failure/cli-error.ts';
import type { OptionTable, Values } from './option.ts';

/** Keys of the parser's own. */
const PARSER_KEYS = ['_', '$0'];

/**
 * Reads a command's options from what the parser found.
 *
 * @throws {CliError} with exit code 2 for a wrong value, and for an option that belongs to another command.
 */
export function readValues<Table extends OptionTable>(
  table: Table,
  found: Readonly<Record<string, unknown>>,
  command: string,
  positionals: readonly string[] = [],
): Values<Table> {
  for (const name of Object.keys(found)) {
    const known = name in table || PARSER_KEYS.includes(name) || positionals.includes(name);
    if (known) continue;
    throw usageError(`--${name} is no option of ${command}`, {
      details: { flag: `--${name}` },
      hint: `See ${command} --help.`,
    });
  }
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    values[name] = option.read(allOf(found[name]), `--${name}`);
  }
  // Each value was made by the `read` of its own option.
  return values as Values<Table>;
}

function allOf(found: unknown): string[] {
  if (found === undefined) return [];
  return (Array.isArray(found) ? found : [found]).map(String);
}
