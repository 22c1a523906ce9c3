import type { HostedTool } from '../hosted-tool.ts';
import { imageUrl } from '../parameters/media-url.ts';

/** Makes a textured 3D model of what an image shows. */
export const imageTo3d = {
  name: 'image_to_3d',
  aliases: ['sogni_image_to_3d'],
  group: 'generation',
  output: ['model'],
  costClass: 'image.standard',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: [],
  durable: false,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: {
      sourceImageIndex: { type: 'integer', media: 'image' },
      source_image_url: imageUrl,
      leftViewImageIndex: { type: 'integer', media: 'image' },
      backViewImageIndex: { type: 'integer', media: 'image' },
      rightViewImageIndex: { type: 'integer', media: 'image' },
      left_view_image_url: imageUrl,
      back_view_image_url: imageUrl,
      right_view_image_url: imageUrl,
      meshTargetFaces: { type: 'integer', minimum: 5000, maximum: 700000, default: 700000 },
      /** In pixels, as are the two sizes below. */
      textureSize: { type: 'integer', minimum: 1024, maximum: 4096, default: 4096 },
      normalMapSize: { type: 'integer', minimum: 512, maximum: 2048, default: 2048 },
      ambientOcclusionSize: { type: 'integer', minimum: 256, maximum: 1024, default: 1024 },
      shapeResolution: { type: 'integer', enum: [1024, 1536], default: 1024 },
    },
  },
} as const satisfies HostedTool;
