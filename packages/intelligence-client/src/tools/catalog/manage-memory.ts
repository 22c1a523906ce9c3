import type { HostedTool } from '../hosted-tool.ts';

/** Reads, writes or deletes what an application remembers of its user. */
export const manageMemory = {
  name: 'manage_memory',
  aliases: ['sogni_manage_memory'],
  group: 'host-app',
  output: ['text'],
  costClass: 'free',
  capacityUnits: 0,
  risk: 'destructive',
  surfaces: [],
  durable: false,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['action'],
    properties: {
      action: { type: 'string', enum: ['read', 'write', 'delete'] },
      key: { type: 'string' },
      value: { type: 'string' },
      category: { type: 'string', enum: ['preference', 'fact', 'context'] },
    },
  },
} as const satisfies HostedTool;
