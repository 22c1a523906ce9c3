import type { HostedTool } from '../hosted-tool.ts';

/** Looks up saved personas by name. */
export const resolvePersonas = {
  name: 'resolve_personas',
  aliases: ['sogni_resolve_personas'],
  group: 'host-app',
  output: ['structured'],
  costClass: 'free',
  capacityUnits: 0,
  risk: 'safe',
  surfaces: [],
  durable: false,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['names'],
    properties: {
      names: { type: 'array', items: { type: 'string' } },
    },
  },
} as const satisfies HostedTool;
