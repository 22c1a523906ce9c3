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
  'get-workflow': text({ group, placeholder: 'id', describe: 'Show a run' }),
  'workflow-events': text({ group, placeholder: 'id', describe: 'Print the event log of a run' }),
  'stream-workflow': text({ group, placeholder: 'id', describe: 'Follow a run' }),
  'cancel-workflow': text({ group, placeholder: 'id', describe: 'Cancel a run' }),
  'resume-workflow': text({ group, placeholder: 'id', describe: 'Go on with a waiting or failed run' }),
  'list-api-models': flag({ group, aliases: ['--api-models'], describe: 'List language models' }),
  'get-api-model': text({
    group,
    aliases: ['--api-model'],
    placeholder: 'id',
    describe: 'Show a language model',
  }),
  balance: flag({ group, aliases: ['--balances'], describe: 'Show what can be spent' }),
  version: flag({ group, aliases: ['-V'], describe: 'Show the version' }),
} as const;
