import { flag, integer, text } from './kinds.ts';

const group = 'Emulator:';

/** Options of `sogni-agent dev`. */
export const DEV_OPTIONS = {
  port: integer({ group, describe: 'Port (default 8787; 0 takes a free one)' }, { min: 0, max: 65_535 }),
  'data-dir': text({
    group,
    placeholder: 'path',
    describe: 'Folder of its data (default: in the configuration folder)',
  }),
  memory: flag({ group, describe: 'Keep nothing' }),
} as const;
