import type { HostedTool } from '../hosted-tool.ts';
import { audioIndex, imageIndex, videoIndex } from '../parameters/media-index.ts';
import { audioUrl, imageUrl, videoUrl } from '../parameters/media-url.ts';

/** Reads size, length and generation data of a file. */
export const extractMetadata = {
  name: 'extract_metadata',
  aliases: ['sogni_extract_metadata'],
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
    required: [],
    properties: {
      mediaType: { type: 'string', enum: ['image', 'video', 'audio'] },
      sourceImageIndex: imageIndex,
      sourceVideoIndex: videoIndex,
      audioSourceIndex: audioIndex,
      /** Picks a file whatever its kind. */
      fileIndex: { type: 'number' },
      source_image_url: imageUrl,
      reference_video_url: videoUrl,
      reference_audio_url: audioUrl,
    },
  },
} as const satisfies HostedTool;
