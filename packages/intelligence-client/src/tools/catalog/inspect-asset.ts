import type { HostedTool } from '../hosted-tool.ts';

/** Shows one named asset, or all when none is asked for. */
export const inspectAsset = {
  name: 'inspect_asset',
  aliases: ['sogni_inspect_asset'],
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
    required: [],
    properties: {
      asset_id: { type: 'string' },
      /** Found whatever the case of its letters. */
      user_label: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
