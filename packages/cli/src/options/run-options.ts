import { flag, integer, number, pair, text, texts } from './kinds.ts';

const group = 'Run:';

const confirmCost = pair({
  group: 'Cost:',
  describe: 'Approve the costs of this command',
});

/** Following a run and keeping what it makes. */
export const FOLLOW_OPTIONS = {
  watch: flag({ group, aliases: ['--watch-workflow'], describe: 'Follow the run to its end' }),
  output: text({
    group,
    aliases: ['-o'],
    placeholder: 'path',
    describe: 'Save the results here: a file, or a folder for several. Follows the run',
  }),
} as const;

/** Approval of what a command costs. */
export const APPROVAL_OPTIONS = { 'confirm-cost': confirmCost } as const;

/** Following, for a command that always follows. */
export const OUTPUT_OPTIONS = { output: FOLLOW_OPTIONS.output } as const;

/** How a run is started, in the command form. Source: cli 1.10. */
export const START_OPTIONS = {
  input: text({
    group,
    aliases: ['--workflow-input'],
    placeholder: 'json|@file',
    describe: 'Plan as JSON, or @file; replaces the generated one',
  }),
  title: text({ group, aliases: ['--workflow-title'], describe: 'Title of the run' }),
  'idempotency-key': text({
    group,
    aliases: ['--workflow-idempotency-key'],
    placeholder: 'key',
    describe: 'The same key never starts a second run',
  }),
  'max-cost': number(
    {
      group: 'Cost:',
      aliases: ['--workflow-max-cost', '--max-workflow-cost'],
      describe: 'Refuse the start above this many capacity units',
    },
    { min: 0 },
  ),
  ...APPROVAL_OPTIONS,
  ...FOLLOW_OPTIONS,
} as const;

const { input, title, 'idempotency-key': key, 'max-cost': maxCost } = START_OPTIONS;

/** The same, as the flags of the published tool. Source: cli 1.10. */
export const START_FLAGS = {
  'workflow-input': { ...input, aliases: ['--input'] },
  'workflow-title': { ...title, aliases: ['--title'] },
  'workflow-idempotency-key': { ...key, aliases: ['--idempotency-key'] },
  'workflow-max-cost': { ...maxCost, aliases: ['--max-workflow-cost', '--max-cost'] },
  ...APPROVAL_OPTIONS,
  'watch-workflow': { ...FOLLOW_OPTIONS.watch, aliases: ['--watch'] },
  output: { ...FOLLOW_OPTIONS.output, aliases: ['-o', '--output'] },
} as const;

/** Where to go on in an event log. */
export const CURSOR_OPTIONS = {
  after: integer({ group, describe: 'Only events behind this sequence' }, { min: 0 }),
} as const;

/** A page of a list. */
export const PAGE_OPTIONS = {
  limit: integer({ group, describe: 'Entries, 1 to 100 (default 20)' }, { min: 1, max: 100 }),
  offset: integer({ group, describe: 'Entries to skip (default 0)' }, { min: 0 }),
} as const;

/** Seeds by step. */
export const RESEED_OPTIONS = {
  seed: texts({
    group,
    placeholder: 'step=seed',
    aliases: ['-s'],
    describe: 'Seed of a step, repeatable; other steps get random ones',
  }),
} as const;

/** Answer to a cost pause. */
export const ANSWER_OPTIONS = {
  yes: flag({ group: 'Cost:', aliases: ['-y'], describe: 'Approve without a question' }),
  cancel: flag({ group: 'Cost:', describe: 'Refuse the cost, which cancels the run' }),
} as const;
