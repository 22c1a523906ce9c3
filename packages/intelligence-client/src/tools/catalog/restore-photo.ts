import type { HostedTool } from '../hosted-tool.ts';
import { scale } from '../parameters/enlargement.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';

/** Repairs an old or damaged photo; always works on the original upload. */
export const restorePhoto = {
  name: 'restore_photo',
  aliases: ['sogni_restore_photo'],
  group: 'generation',
  output: ['image'],
  costClass: 'image.standard',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      prompt,
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      quality: { type: 'string', enum: ['fast', 'hq'], aliases: ['model'] },
      /** Takes the place of the upload in a durable step. */
      source_image_url: imageUrl,
      /** Factor on the size of the source; 1 by default. Sources under 480 px are raised to 480. */
      scale,
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
