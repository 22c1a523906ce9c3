import type { Option, OptionTable } from '../options/option.ts';
import { SHARED_OPTIONS } from '../options/shared-options.ts';
import type { Command } from './command.ts';
import { COMMAND_GROUPS, SINGLE_COMMANDS } from './command-groups.ts';
import { FLAG_FORM_OPTIONS } from './flag-form.ts';

const MAIN_USAGE = ['sogni-agent <command> [options]', 'sogni-agent --api-workflow [options] "prompt"'];

/** Whether the words ask for help. Answered without the parser, which takes longer to load than the answer. */
export function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).includes('--help');
}

/** The help of the command that the words name, else of the whole program. `columns` is the width of a line. */
export function helpText(words: readonly string[], columns: number): string {
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  const group = COMMAND_GROUPS.find(({ name }) => name === first);
  if (group !== undefined) {
    const found = group.commands.find((command) => nameOf(command) === second);
    return found
      ? commandHelp(`${group.name} `, found, columns)
      : groupHelp(group.name, group.commands, columns);
  }
  const single = SINGLE_COMMANDS.find((command) => nameOf(command) === first);
  return single ? commandHelp('', single, columns) : mainHelp(columns);
}

const nameOf = ({ words }: Command) => words.split(' ')[0];

function mainHelp(columns: number): string {
  const commands = [
    ...COMMAND_GROUPS.flatMap((group) => commandRows(`${group.name} `, group.commands)),
    ...commandRows('', SINGLE_COMMANDS),
  ];
  return [
    ...MAIN_USAGE,
    ...section('Commands:', commands, columns),
    ...optionSections({ ...FLAG_FORM_OPTIONS, ...SHARED_OPTIONS }, columns),
    '',
    'Every command has a help of its own: sogni-agent workflows start --help',
  ].join('\n');
}

function groupHelp(name: string, commands: readonly Command[], columns: number): string {
  const rows = section('Commands:', commandRows(`${name} `, commands), columns);
  return [`sogni-agent ${name} <command> [options]`, ...rows].join('\n');
}

function commandHelp(path: string, { words, describe, options }: Command, columns: number): string {
  const sections = optionSections({ ...options, ...SHARED_OPTIONS }, columns);
  return [`sogni-agent ${path}${words} [options]`, '', `${describe}.`, ...sections].join('\n');
}

type Row = readonly [left: string, right: string];

function commandRows(path: string, commands: readonly Command[]): Row[] {
  return commands.map(({ words, describe }) => [`${path}${words}`, describe]);
}

function optionSections(table: OptionTable, columns: number): string[] {
  const groups = new Map<string, Row[]>();
  for (const [name, option] of Object.entries(table)) {
    const rows = groups.get(option.group) ?? [];
    rows.push([spelling(name, option), option.describe]);
    groups.set(option.group, rows);
  }
  return [...groups].flatMap(([title, rows]) => section(title, rows, columns));
}

function spelling(name: string, { aliases, form, placeholder }: Option<unknown>): string {
  const letter = aliases.find((alias) => !alias.startsWith('--'));
  const value = form === 'value' ? ` <${placeholder}>` : '';
  const negative = form === 'pair' ? `, --no-${name}` : '';
  return `${letter ? `${letter}, ` : '    '}--${name}${value}${negative}`;
}

function section(title: string, rows: readonly Row[], columns: number): string[] {
  const left = Math.min(38, Math.max(...rows.map(([text]) => text.length)));
  const right = Math.max(20, columns - left - 4);
  const lines = rows.flatMap(([text, explanation]) => {
    const [first = '', ...rest] = wrap(explanation, right);
    const head =
      text.length > left
        ? [`  ${text}`, `  ${' '.repeat(left)}  ${first}`]
        : [`  ${text.padEnd(left)}  ${first}`];
    return [...head, ...rest.map((line) => `  ${' '.repeat(left)}  ${line}`)];
  });
  return ['', title, ...lines];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
