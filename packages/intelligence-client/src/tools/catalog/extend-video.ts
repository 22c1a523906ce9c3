import type { HostedTool } from '../hosted-tool.ts';
import { videoIndex } from '../parameters/media-index.ts';
import { videoUrl } from '../parameters/media-url.ts';

/** Carries a clip on. */
export const extendVideo = {
  name: 'extend_video',
  aliases: ['sogni_extend_video'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.vendor.standard',
  capacityUnits: 6,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['duration'],
    properties: {
      prompt: { type: 'string' },
      /** Seconds to add, not the new total. */
      duration: { type: 'number', minimum: 2, maximum: 30, default: 5 },
      videoIndex: { ...videoIndex, default: -1 },
      reference_video_url: videoUrl,
      /** Selector or catalogue id. */
      videoModel: {
        type: 'string',
        enum: ['auto', 'ltx23', 'ltx25', 'seedance2', 'seedance2-mini', 'seedance2-fast', 'seedance2-5'],
        enumIsAdvisory: true,
        aliases: ['model'],
        default: 'auto',
      },
      keepOriginalAudio: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
