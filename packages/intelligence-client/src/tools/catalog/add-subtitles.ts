import type { HostedTool } from '../hosted-tool.ts';
import { videoIndex } from '../parameters/media-index.ts';
import { videoUrl } from '../parameters/media-url.ts';

/** Burns subtitles into a clip; takes either `cues` or `srt`. */
export const addSubtitles = {
  name: 'add_subtitles',
  aliases: ['sogni_add_subtitles'],
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
    required: [],
    properties: {
      sourceVideoIndex: { ...videoIndex, default: -1 },
      reference_video_url: videoUrl,
      cues: {
        type: 'array',
        items: {
          type: 'object',
          required: ['startSeconds', 'endSeconds', 'text'],
          properties: {
            startSeconds: { type: 'number', minimum: 0 },
            endSeconds: { type: 'number', minimum: 0 },
            text: { type: 'string' },
          },
        },
      },
      /** A whole SRT or VTT file. */
      srt: { type: 'string' },
      /** Not offered by the server: `true` is answered with a request for input. */
      auto_transcribe: { type: 'boolean' },
      style: {
        type: 'object',
        properties: {
          /** In percent of the height. */
          fontSizePct: { type: 'number', minimum: 1, maximum: 30, default: 6 },
          color: { type: 'string' },
          outlineColor: { type: 'string' },
          position: { type: 'string', enum: ['bottom', 'top', 'center'] },
        },
      },
    },
  },
} as const satisfies HostedTool;
