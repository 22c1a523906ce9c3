import type { HostedTool } from '../hosted-tool.ts';
import { audioIndex, videoIndices } from '../parameters/media-index.ts';

/** Joins clips one after the other. */
export const stitchVideo = {
  name: 'stitch_video',
  aliases: ['sogni_stitch_video'],
  group: 'generation',
  output: ['video'],
  costClass: 'compose.ffmpeg',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['videoIndices'],
    properties: {
      /** At least two clips, in playing order. */
      videoIndices: { ...videoIndices, minItems: 2 },
      /** A sound track for the whole. */
      audioIndex,
      /** How one clip gives way to the next. */
      transition: {
        type: 'object',
        required: ['type'],
        properties: {
          type: {
            type: 'string',
            enum: ['fade', 'dissolve', 'wipeleft', 'wiperight', 'slideup', 'slidedown'],
          },
          durationSeconds: { type: 'number', minimum: 0.2, maximum: 2, default: 0.5 },
        },
      },
    },
  },
} as const satisfies HostedTool;
