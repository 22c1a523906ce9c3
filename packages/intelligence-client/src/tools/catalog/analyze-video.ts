import type { HostedTool } from '../hosted-tool.ts';
import { videoIndex } from '../parameters/media-index.ts';
import { videoUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';

/** Answers a question about a clip. */
export const analyzeVideo = {
  name: 'analyze_video',
  aliases: ['sogni_analyze_video'],
  group: 'analysis',
  output: ['text'],
  costClass: 'free',
  capacityUnits: 0,
  risk: 'safe',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['query'],
    properties: {
      query: prompt,
      analysisType: { type: 'string', enum: ['summary', 'timeline', 'scene', 'action', 'ocr', 'general'] },
      sourceVideoIndex: videoIndex,
      reference_video_url: videoUrl,
      detailed: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
