import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';

/** Writes the description of an instrumental piece. */
export const composeInstrumental = {
  name: 'compose_instrumental',
  aliases: ['sogni_compose_instrumental'],
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
      /** What the music is like. */
      music_prompt: { type: 'string' },
      /** Length of the piece in seconds. */
      duration_seconds: { type: 'number', minimum: 10, maximum: 600 },
    },
  },
} as const satisfies HostedTool;
