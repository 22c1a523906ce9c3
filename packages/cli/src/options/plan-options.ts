import { usageError } from '../failure/cli-error.ts';
import { integer, pair, text } from './kinds.ts';
import type { Option } from './option.ts';

const group = 'Generated keyframe:';

/** Largest seed a worker takes. Source: rest-api 8.10. */
export const MAX_SEED = 4_294_967_295;

const DEFAULT_MAX_COUNT = 16;

/** Options of the built-in plan: an image, then a video that starts from it. Source: cli 1.2, 1.10. */
export const PLAN_OPTIONS = {
  'video-prompt': text({ group, describe: 'Prompt of the video (default: the prompt)' }),
  'negative-prompt': text({ group, describe: 'What neither step should show' }),
  width: integer({ group, aliases: ['-w'], describe: 'Pixels (default 512)' }, { min: 1, max: 8192 }),
  height: integer({ group, aliases: ['-h'], describe: 'Pixels (default 512)' }, { min: 1, max: 8192 }),
  model: text({
    group,
    aliases: ['-m'],
    placeholder: 'id',
    describe: 'Image model (default z_image_turbo_bf16)',
  }),
  'video-model': text({
    group,
    aliases: ['--i2v-model'],
    placeholder: 'id',
    describe: "Video model (default: the server's choice)",
  }),
  count: countOption(),
  seed: integer(
    { group, aliases: ['-s'], describe: 'Seed of the image (default: made from the prompt)' },
    { min: 0, max: MAX_SEED },
  ),
  duration: integer(
    { group, aliases: ['--length'], describe: 'Seconds of video (default 5)' },
    { min: 1, max: 600 },
  ),
  'generate-audio': pair({ group, describe: 'Sound in the video' }),
  'expand-prompt': pair({ group, describe: 'Let the server enrich the video prompt' }),
} as const;

function countOption(): Option<number | undefined> {
  const count = integer(
    {
      group,
      aliases: ['-n'],
      describe: 'Variations of each step (default 1, at most 16 or SOGNI_MAX_COUNT)',
    },
    { min: 1 },
  );
  return {
    ...count,
    read(given, flag) {
      const value = count.read(given, flag);
      const raised = Number(process.env.SOGNI_MAX_COUNT);
      const limit = Number.isInteger(raised) && raised > 0 ? raised : DEFAULT_MAX_COUNT;
      if (value === undefined || value <= limit) return value;
      throw usageError(`${flag} must be <= ${limit}; it is ${value}`, {
        code: 'COUNT_LIMIT_EXCEEDED',
        details: { flag, limit },
        hint: `Set SOGNI_MAX_COUNT=${value} to allow it.`,
      });
    },
  };
}
