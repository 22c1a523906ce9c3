import type { HostedTool } from '../hosted-tool.ts';
import { videoIndex } from '../parameters/media-index.ts';
import { videoUrl } from '../parameters/media-url.ts';

/** Enlarges a clip. */
export const upscaleVideo = {
  name: 'upscale_video',
  aliases: ['sogni_upscale_video'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.standard',
  capacityUnits: 5,
  risk: 'paid',
  surfaces: [],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: [],
    properties: {
      sourceVideoIndex: videoIndex,
      reference_video_url: videoUrl,
      /** Short side in pixels. */
      targetResolution: { type: 'number', enum: [1080, 1440], default: 1440 },
      detailPreference: { type: 'string', enum: ['stable', 'sharper'], default: 'stable' },
      processingSpeed: { type: 'string', enum: ['stable', 'faster'], default: 'stable' },
      /** -1 draws a random seed. */
      seed: { type: 'integer', minimum: -1, maximum: 4294967295 },
    },
  },
} as const satisfies HostedTool;
