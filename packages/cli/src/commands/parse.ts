import yargs, { type Argv } from 'yargs';
import { usageError } from '../failure/cli-error.ts';
import { ACTION_FLAGS } from '../options/action-flags.ts';
import { closest } from '../options/closest.ts';
import { normaliseWords } from '../options/normalise-words.ts';
import type { OptionTable } from '../options/option.ts';
import { readValues } from '../options/read-values.ts';
import { SHARED_OPTIONS } from '../options/shared-options.ts';
import { addCommand, type OpenContext, typesOf } from './command.ts';
import { COMMAND_GROUPS, SINGLE_COMMANDS } from './command-groups.ts';
import { FLAG_FORM_OPTIONS, runFlagForm } from './flag-form.ts';

/** The parser leaves words as they are: numbers, dots and dashes in ids and prompts mean nothing to it. */
const PLAIN = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
  'strip-aliased': true,
};

/**
 * Reads a command line and runs what it names.
 *
 * @throws {CliError} with exit code 2 when it cannot be carried out as written; whatever the handler throws.
 */
export async function parseAndRun(words: readonly string[], openContext: OpenContext): Promise<void> {
  const flagForm = namesAction(words);
  const normal = normaliseWords(
    words,
    flagForm ? { ...SHARED_OPTIONS, ...FLAG_FORM_OPTIONS } : everyOption(),
  );
  const parser = yargs([...normal])
    .scriptName('sogni-agent')
    .locale('en')
    .parserConfiguration(PLAIN)
    .version(false)
    .help(false)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? usageError(message, { hint: 'See sogni-agent --help.' });
    });
  addFlagForm(parser, openContext);
  if (!flagForm) addCommands(parser, openContext);
  await parser.parseAsync();
}

/** Whether a flag says what to do, so that no word is the name of a command. */
function namesAction(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const flags = Object.entries(ACTION_FLAGS).flatMap(([name, { aliases }]) => [`--${name}`, ...aliases]);
  return before.some((word) => flags.includes(word.split('=')[0] ?? ''));
}

function everyOption(): OptionTable {
  const commands = [...COMMAND_GROUPS.flatMap((group) => group.commands), ...SINGLE_COMMANDS];
  return Object.assign({}, FLAG_FORM_OPTIONS, ...commands.map(({ options }) => options), SHARED_OPTIONS);
}

function addFlagForm(parser: Argv, openContext: OpenContext): void {
  const options = { ...SHARED_OPTIONS, ...FLAG_FORM_OPTIONS };
  parser.command(
    '$0 [prompt..]',
    false,
    (inner) => inner.options(typesOf(options)),
    async (found) => {
      const values = readValues(options, found, 'sogni-agent', ['prompt']);
      const prompts = [found.prompt ?? [], found._].flat().map(String);
      if (prompts.length > 1) {
        throw usageError(`One prompt is expected; "${prompts[1]}" is a second one`, {
          hint: 'Put the prompt in quotes.',
        });
      }
      await runFlagForm(openContext(values), values, prompts[0]?.trim() ?? '');
    },
  );
}

function addCommands(parser: Argv, openContext: OpenContext): void {
  for (const { name, describe, commands } of COMMAND_GROUPS) {
    parser.command(
      name,
      describe,
      (inner) => {
        for (const entry of commands) addCommand(inner, [name], entry, openContext);
        return inner;
      },
      (found) => {
        const word = found._[1] === undefined ? undefined : String(found._[1]);
        const names = commands.map(({ words }) => words.split(' ')[0] ?? '');
        const meant = word === undefined ? undefined : closest(word, names);
        throw usageError(
          word === undefined ? `sogni-agent ${name} needs a command` : `${name} has no command "${word}"`,
          { hint: meant ? `Did you mean ${name} ${meant}?` : `It has: ${names.join(', ')}.` },
        );
      },
    );
  }
  for (const entry of SINGLE_COMMANDS) addCommand(parser, [], entry, openContext);
}
