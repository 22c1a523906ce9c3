import { choice, flag, integer, text } from './kinds.ts';

const group = 'Everywhere:';

/** Options that every command takes. Source: cli 1.2, 1.8. */
export const SHARED_OPTIONS = {
  json: flag({ group, describe: 'Print one JSON object; progress goes to stderr' }),
  quiet: flag({ group, aliases: ['-q'], describe: 'No progress lines' }),
  local: flag({ group, describe: 'Run against a local emulator that keeps its data; needs no key' }),
  'step-delay': integer(
    { group, describe: 'Milliseconds a step of the local emulator takes (default 1500)' },
    { min: 0, max: 3_600_000 },
  ),
  'api-base-url': text({ group, aliases: ['--api-base'], placeholder: 'url', describe: 'API origin' }),
  help: flag({ group, describe: 'Show this text' }),
} as const;

/** Who pays. Source: cli 1.2. */
export const BILLING_OPTIONS = {
  'token-type': choice(
    {
      group: 'Cost:',
      aliases: ['--token'],
      placeholder: 'token',
      describe: 'Token that pays: spark (default), sogni or auto',
    },
    ['spark', 'sogni', 'auto'],
  ),
} as const;
