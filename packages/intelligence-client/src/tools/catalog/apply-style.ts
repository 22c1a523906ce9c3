import type { HostedTool } from '../hosted-tool.ts';
import { scale } from '../parameters/enlargement.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';

/** Redraws an image in another style. */
export const applyStyle = {
  name: 'apply_style',
  aliases: ['sogni_apply_style'],
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
      /** The latest result when left out; -1 is the original upload. */
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** Factor on the size of the source; 1 by default. Sources under 480 px are raised to 480. */
      scale,
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
