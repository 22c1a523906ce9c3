import { flag, text } from './kinds.ts';

const group = 'Actions:';

/** Flags of the published tool that name what to do; a command line has one of them. Source: cli 1.2, 1.9, 1.10. */
export const ACTION_FLAGS = {
  'api-workflow': flag({
    group,
    aliases: ['--creative-workflow'],
    describe: 'Start a run: an image from the prompt, and a video of it',
  }),
  'list-workflows': flag({ group, describe: 'List runs, newest first' }),
  'get-workflow': text({ group, describe: 'Show a run, by id' }),
  'workflow-events': text({ group, describe: 'Print the event log of a run' }),
  'stream-workflow': text({ group, describe: 'Follow a run' }),
  'cancel-workflow': text({ group, describe: 'Cancel a run' }),
  'resume-workflow': text({ group, describe: 'Go on with a waiting or failed run' }),
  'list-api-models': flag({ group, aliases: ['--api-models'], describe: 'List language models' }),
  'get-api-model': text({ group, aliases: ['--api-model'], describe: 'Show a language model, by id' }),
  balance: flag({ group, aliases: ['--balances'], describe: 'Show what can be spent' }),
  version: flag({ group, aliases: ['-V'], describe: 'Show the version' }),
} as const;
