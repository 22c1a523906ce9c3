import type { HostedTool } from '../hosted-tool.ts';
import { aspectRatio, enlargement } from '../parameters/image-shape.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { variations } from '../parameters/variations.ts';

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
      ...variations,
      quality: { type: 'string', enum: ['fast', 'hq'], aliases: ['model'] },
      /** Takes the place of the upload in a durable step. */
      source_image_url: imageUrl,
      ...enlargement,
      ...aspectRatio,
    },
  },
} as const satisfies HostedTool;
