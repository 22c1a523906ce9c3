import type { HostedTool } from '../hosted-tool.ts';
import { aspectRatio, enlargement } from '../parameters/image-shape.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { variations } from '../parameters/variations.ts';

/** Changes a result once more; the tool for follow-up edits. */
export const refineResult = {
  name: 'refine_result',
  aliases: ['sogni_refine_result'],
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
      ...variations,
      ...enlargement,
      ...aspectRatio,
    },
  },
} as const satisfies HostedTool;
