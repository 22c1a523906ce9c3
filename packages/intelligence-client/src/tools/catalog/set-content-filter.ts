import type { HostedTool } from '../hosted-tool.ts';

/** Switches the content filter of the application. */
export const setContentFilter = {
  name: 'set_content_filter',
  aliases: ['sogni_set_content_filter'],
  group: 'host-app',
  output: ['text'],
  costClass: 'free',
  capacityUnits: 0,
  risk: 'safe',
  surfaces: [],
  durable: false,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['enabled'],
    properties: {
      enabled: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
