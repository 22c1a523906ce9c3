import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';

/** Makes a piece of music, sung when lyrics are given. */
export const generateMusic = {
  name: 'generate_music',
  aliases: ['sogni_generate_music'],
  group: 'generation',
  output: ['audio'],
  costClass: 'audio.standard',
  capacityUnits: 3,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      prompt,
      /** In seconds. */
      duration: { type: 'number', minimum: 10, maximum: 600, default: 30 },
      /** Beats a minute. */
      bpm: { type: 'number', minimum: 30, maximum: 300, default: 120 },
      keyscale: { type: 'string', default: 'C major' },
      lyrics: { type: 'string' },
      /** Selector or catalogue id. */
      model: {
        type: 'string',
        enum: ['turbo', 'sft', 'music3', 'ace_step_1.5_xl_turbo', 'ace_step_1.5_xl_sft', 'minimax_music3'],
        enumIsAdvisory: true,
        default: 'turbo',
      },
      /** Beats a bar. */
      timesig: {
        type: 'number',
        enum: [2, 3, 4, 6],
        default: 4,
        aliases: ['timesignature', 'time_signature'],
      },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
    },
  },
} as const satisfies HostedTool;
