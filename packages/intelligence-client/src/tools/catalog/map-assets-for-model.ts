import type { HostedTool } from '../hosted-tool.ts';

/** Tells how a model refers to each named asset. */
export const mapAssetsForModel = {
  name: 'map_assets_for_model',
  aliases: ['sogni_map_assets_for_model'],
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
    required: ['model_id'],
    properties: {
      model_id: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
