import type { HostedTool } from '../hosted-tool.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';

/** Lets the person in an image dance a known dance. */
export const danceMontage = {
  name: 'dance_montage',
  aliases: ['sogni_dance_montage'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.premium',
  capacityUnits: 8,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['dance'],
    properties: {
      /** Each dance has its own length, from 11 s (`big-guy`) to 52 s (`crystal-light-aerobics-1988`). */
      dance: {
        type: 'string',
        enum: [
          'rasputin',
          'big-guy',
          'keep-it-gangsta',
          'this-is-america',
          'chinese-new-year',
          'spongebob',
          'chanel',
          'crystal-light-aerobics-1988',
          'plastic-dream-sequence',
        ],
      },
      /** In seconds. */
      duration: { type: 'number', minimum: 8, maximum: 30 },
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** What the dancer should look like. */
      imagePrompt: { type: 'string' },
      /** One take instead of a montage; up to 20 s. */
      singleClip: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
