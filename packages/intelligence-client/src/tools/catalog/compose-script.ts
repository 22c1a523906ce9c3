import type { HostedTool } from '../hosted-tool.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';

/** Writes a script, a storyboard or a prompt for a video. */
export const composeScript = {
  name: 'compose_script',
  aliases: ['sogni_compose_script'],
  group: 'composition',
  output: ['text'],
  costClass: 'compose.standard',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: false,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['brief'],
    properties: {
      brief: { ...prompt, aliases: ['prompt'] },
      /** `video_prompt` when left out. */
      script_type: {
        type: 'string',
        enum: [
          'video_prompt',
          'screenplay',
          'storyboard',
          'ad_script',
          'trailer',
          'social_short',
          'talking_head',
          'campaign',
          'revision',
        ],
      },
      destination_model: { type: 'string' },
      /** Left out, the script is written for `generate_video`. */
      destination_tool: { type: 'string' },
      /** Length of the video in seconds. */
      duration_seconds: { type: 'number', minimum: 1, maximum: 300 },
      scene_count: { type: 'integer', minimum: 1, maximum: 12 },
      aspect_ratio: { type: 'string' },
      platform: { type: 'string' },
      style: { type: 'string' },
      first_frame_description: { type: 'string' },
      first_frame_data_url: imageUrl,
      last_frame_data_url: imageUrl,
      return_format: { type: 'string', enum: ['script', 'markdown', 'json'], default: 'script' },
    },
  },
} as const satisfies HostedTool;
