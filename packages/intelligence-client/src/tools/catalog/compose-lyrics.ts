import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';

/** Writes lyrics. */
export const composeLyrics = {
  name: 'compose_lyrics',
  aliases: ['sogni_compose_lyrics'],
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
      language: { type: 'string' },
      /** What the music is like. */
      music_prompt: { type: 'string' },
      /** Length of the song in seconds. */
      duration_seconds: { type: 'number', minimum: 10, maximum: 600 },
    },
  },
} as const satisfies HostedTool;
