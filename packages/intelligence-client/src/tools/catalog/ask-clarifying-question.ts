import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';

/** Asks the user something and ends the turn. */
export const askClarifyingQuestion = {
  name: 'ask_clarifying_question',
  aliases: ['sogni_ask_clarifying_question'],
  group: 'session-control',
  output: ['text'],
  costClass: 'free',
  capacityUnits: 0,
  risk: 'safe',
  surfaces: ['creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['question'],
    properties: {
      question: prompt,
      /** Not shown; a tag for statistics. */
      reason: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
