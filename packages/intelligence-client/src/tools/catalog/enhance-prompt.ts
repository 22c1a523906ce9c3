import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';

/** Rewrites a prompt for the model and tool it is meant for. */
export const enhancePrompt = {
  name: 'enhance_prompt',
  aliases: ['sogni_enhance_prompt'],
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
    required: ['prompt'],
    properties: {
      prompt,
      /** What the new prompt is for; `image_prompt` when left out. */
      target_output: {
        type: 'string',
        enum: [
          'image_prompt',
          'video_prompt',
          'edit_prompt',
          'model_prompt',
          'music_prompt',
          'general_prompt',
        ],
      },
      destination_model: { type: 'string' },
      /** Left out, the prompt is written for `generate_image`. */
      destination_tool: { type: 'string' },
      /** @deprecated Name the model in `destination_model`. */
      prompting_type: {
        type: 'string',
        enum: ['flux', 'sdxl', 'sd15', 'pony', 'fast', 'sd3', 'editing', 'video'],
      },
      /** @deprecated Name the model in `destination_model`. */
      model_title: { type: 'string' },
      style_prompt: { type: 'string' },
      prompt_mode: {
        type: 'string',
        enum: ['auto', 'preserve', 'expand', 'compress', 'validate', 'payload'],
      },
      /** Length of the clip or piece that is planned, in seconds. */
      duration_seconds: { type: 'number', minimum: 1, maximum: 300 },
      aspect_ratio: { type: 'string' },
      /** Media that the prompt may speak of. */
      assets: {
        type: 'array',
        maxItems: 50,
        items: {
          type: 'object',
          required: ['media_type'],
          properties: {
            id: { type: 'string' },
            label: { type: 'string' },
            media_type: { type: 'string', enum: ['image', 'video', 'audio'] },
            role: {
              type: 'string',
              enum: [
                'first_frame',
                'last_frame',
                'reference',
                'identity',
                'style',
                'motion',
                'audio',
                'source_video',
              ],
            },
            url: { type: 'string' },
          },
        },
      },
      constraints: { type: 'object' },
    },
  },
} as const satisfies HostedTool;
