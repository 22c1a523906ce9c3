import type { HostedTool } from '../hosted-tool.ts';
import { videoIndex } from '../parameters/media-index.ts';
import { videoUrl } from '../parameters/media-url.ts';

/** Replaces a part of a clip with another clip, or with one made for the place. */
export const replaceVideoSegment = {
  name: 'replace_video_segment',
  aliases: ['sogni_replace_video_segment'],
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
    required: ['startSeconds', 'endSeconds'],
    properties: {
      /** Where the part starts; -1 when the length of the clip is not known. */
      startSeconds: { type: 'number' },
      /** Where the part ends; -1 is the end of the clip. Equal to the start it inserts `replacementVideoIndex`. */
      endSeconds: { type: 'number' },
      /** What to make for the place. */
      prompt: { type: 'string' },
      videoIndex: { ...videoIndex, default: -1 },
      reference_video_url: videoUrl,
      /** The clip to put in. */
      replacementVideoIndex: videoIndex,
      replacementStartSeconds: { type: 'number', minimum: 0 },
      /** After `replacementStartSeconds`. */
      replacementEndSeconds: { type: 'number', minimum: 0 },
      /** Selector or catalogue id. */
      videoModel: {
        type: 'string',
        enum: [
          'auto',
          'ltx23',
          'wan22',
          'ltx25',
          'seedance2',
          'seedance2-mini',
          'seedance2-fast',
          'seedance2-5',
        ],
        enumIsAdvisory: true,
        aliases: ['model'],
        default: 'auto',
      },
      keepOriginalAudio: { type: 'boolean', default: false },
    },
  },
} as const satisfies HostedTool;
