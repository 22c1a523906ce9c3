import type { MediaReference } from '../transport/media-reference.ts';

/** Request fields whose wire name differs. Everything nested passes untouched. Source: rest-api 8.1 and 8.10. */
const WIRE_NAMES = {
  kind: 'kind',
  input: 'input',
  inputs: 'inputs',
  templateId: 'workflow_id',
  tokenType: 'token_type',
  billingMode: 'billing_mode',
  appSource: 'app_source',
  maxEstimatedCapacityUnits: 'max_estimated_capacity_units',
  confirmCost: 'confirm_cost',
  safeContentFilter: 'safe_content_filter',
  seedOverrides: 'seed_overrides',
  // The one camelCase field of this API's bodies. Source: rest-api 0.3.
  acceptedCostPreview: 'acceptedCostPreview',
  decision: 'decision',
  reason: 'reason',
} as const;

/** Renames the fields above and drops the absent ones. */
export function toWire(fields: { [Field in keyof typeof WIRE_NAMES]?: unknown }): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [field, name] of Object.entries(WIRE_NAMES)) {
    const value = fields[field as keyof typeof WIRE_NAMES];
    if (value !== undefined) body[name] = value;
  }
  return body;
}

/** A media reference with its wire names. Source: rest-api 5.4. */
export function mediaReferenceToWire(reference: MediaReference): Record<string, unknown> {
  const { mimeType, promptLabel, byteLength, ...rest } = reference;
  return {
    ...rest,
    ...(mimeType !== undefined && { mime_type: mimeType }),
    ...(promptLabel !== undefined && { prompt_label: promptLabel }),
    ...(byteLength !== undefined && { byte_length: byteLength }),
  };
}
