import type { HostedTool } from '../hosted-tool.ts';
import { aspectRatio, enlargement } from '../parameters/image-shape.ts';
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
      ...enlargement,
      ...aspectRatio,
    },
  },
} as const satisfies HostedTool;
