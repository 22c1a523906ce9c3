import type { HostedTool } from '../hosted-tool.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';

/** Answers a question about one image, or about two compared. */
export const analyzeImage = {
  name: 'analyze_image',
  aliases: ['sogni_analyze_image'],
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
      analysisType: {
        type: 'string',
        enum: ['describe', 'ocr', 'objects', 'document', 'compare', 'general'],
      },
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** The other image of a comparison. */
      compareImageIndex: imageIndex,
      detailed: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
