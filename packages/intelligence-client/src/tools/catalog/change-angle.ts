import type { HostedTool } from '../hosted-tool.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';

/** Shows the subject of an image from another side. */
export const changeAngle = {
  name: 'change_angle',
  aliases: ['sogni_change_angle'],
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
    required: ['description'],
    properties: {
      /** Direction, height and distance, one space apart, as in `front view eye-level shot close-up`. */
      description: { type: 'string' },
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      loraStrength: { type: 'number', minimum: 0.1, maximum: 1, default: 0.9 },
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
