import type { HostedTool } from '../hosted-tool.ts';

/** Changes what is known about a named asset. */
export const labelAsset = {
  name: 'label_asset',
  aliases: ['sogni_label_asset'],
  group: 'asset-manifest',
  output: ['structured'],
  costClass: 'free',
  capacityUnits: 0,
  risk: 'safe',
  surfaces: ['creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['asset_id'],
    properties: {
      asset_id: { type: 'string' },
      user_label: { type: 'string' },
      /** An empty text clears it. */
      description: { type: 'string' },
      must_preserve: { type: 'array', items: { type: 'string' } },
      avoid: { type: 'array', items: { type: 'string' } },
      /** An empty text clears it. */
      url: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
