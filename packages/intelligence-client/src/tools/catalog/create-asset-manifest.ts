import type { HostedTool } from '../hosted-tool.ts';

/** Names the media of a conversation, in place of the names it had. */
export const createAssetManifest = {
  name: 'create_asset_manifest',
  aliases: ['sogni_create_asset_manifest'],
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
    required: ['assets'],
    properties: {
      assets: {
        type: 'array',
        items: {
          type: 'object',
          required: ['user_label', 'type'],
          properties: {
            user_label: { type: 'string' },
            type: { type: 'string', enum: ['image', 'video', 'audio'] },
            description: { type: 'string' },
            url: { type: 'string' },
            must_preserve: { type: 'array', items: { type: 'string' } },
            avoid: { type: 'array', items: { type: 'string' } },
            asset_id: { type: 'string', maxLength: 128 },
          },
        },
      },
    },
  },
} as const satisfies HostedTool;
