import type { HostedTool } from '../hosted-tool.ts';

/** Checks the asset references of a prompt against what a model understands. */
export const validateAssetReferences = {
  name: 'validate_asset_references',
  aliases: ['sogni_validate_asset_references'],
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
    required: ['model_id', 'prompt'],
    properties: {
      model_id: { type: 'string' },
      prompt: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
