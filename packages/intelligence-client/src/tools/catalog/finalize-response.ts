import type { HostedTool } from '../hosted-tool.ts';

/** Says how the turn went and ends the tool loop. */
export const finalizeResponse = {
  name: 'finalize_response',
  aliases: ['sogni_finalize_response'],
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
    required: ['outcome'],
    properties: {
      summary: { type: 'string' },
      outcome: { type: 'string', enum: ['success', 'partial', 'asked_user', 'failed', 'no_action'] },
    },
  },
} as const satisfies HostedTool;
