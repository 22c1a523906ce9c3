import type { HostedTool } from '../hosted-tool.ts';
import { imageIndex, videoIndex } from '../parameters/media-index.ts';
import { videoUrl } from '../parameters/media-url.ts';

/** Lays texts and images over a clip. */
export const overlayVideo = {
  name: 'overlay_video',
  aliases: ['sogni_overlay_video'],
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
    required: ['overlays'],
    properties: {
      sourceVideoIndex: videoIndex,
      reference_video_url: videoUrl,
      overlays: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['kind', 'position'],
          properties: {
            kind: { type: 'string', enum: ['text', 'image'] },
            position: {
              type: 'string',
              enum: [
                'top-left',
                'top-center',
                'top-right',
                'center',
                'bottom-left',
                'bottom-center',
                'bottom-right',
              ],
            },
            offsetX: { type: 'number' },
            offsetY: { type: 'number' },
            /** Negative values count from the end of the clip. */
            startSeconds: { type: 'number' },
            /** Negative values count from the end of the clip. */
            endSeconds: { type: 'number' },
            text: { type: 'string' },
            /** In percent of the height. */
            fontSizePct: { type: 'number', minimum: 1, maximum: 30, default: 6 },
            color: { type: 'string', default: '#FFFFFF' },
            outlineColor: { type: 'string', default: '#000000' },
            backgroundColor: { type: ['string', 'null'] },
            fontWeight: { type: 'string', enum: ['normal', 'bold'] },
            sourceImageIndex: imageIndex,
            /** In percent of the width. */
            widthPct: { type: 'number', minimum: 1, maximum: 100, default: 15 },
            opacity: { type: 'number', minimum: 0, maximum: 1, default: 1 },
            fit: { type: 'string', enum: ['contain', 'cover'] },
          },
        },
      },
    },
  },
} as const satisfies HostedTool;
