import type { HostedTool } from '../hosted-tool.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';

/** Enlarges an image. */
export const upscaleImage = {
  name: 'upscale_image',
  aliases: ['sogni_upscale_image'],
  group: 'generation',
  output: ['image'],
  costClass: 'image.standard',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: [],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: {
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** Factor on both sides. */
      scale: { type: 'integer', enum: [2, 3, 4], default: 2 },
      /** In pixels, more than the source has; takes precedence over `scale`. */
      targetLongestEdge: { type: 'integer', minimum: 512, maximum: 15360 },
    },
  },
} as const satisfies HostedTool;
