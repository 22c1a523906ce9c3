import { DEV_OPTIONS } from '../options/dev-options.ts';
import { command } from './command.ts';

/** `sogni-agent models ...`. */
export const MODEL_COMMANDS = [
  command({
    words: 'list',
    describe: 'List language models',
    options: {},
    run: async (context) => {
      const { listModels } = await import('../models/list.ts');
      await listModels(context);
    },
  }),
  command({
    words: 'get <id>',
    describe: 'Show a language model',
    options: {},
    run: async (context, _values, id) => {
      const { getModel } = await import('../models/get.ts');
      await getModel(context, id);
    },
  }),
];

/** `sogni-agent dev`. */
export const DEV_COMMAND = command({
  words: 'dev',
  describe: 'Run the local emulator until Ctrl-C',
  options: DEV_OPTIONS,
  run: async (context, values) => {
    const { runDevServer } = await import('../emulator/dev.ts');
    await runDevServer(context, values);
  },
});
