import type { MediaReference } from '../transport/media-reference.ts';

/** Request fields whose wire name differs; `acceptedCostPreview` is camelCase there too. Source: rest-api 0.3, 8.1, 8.10. */
const WIRE_NAMES: Readonly<Record<string, string>> = {
  templateId: 'workflow_id',
  tokenType: 'token_type',
  billingMode: 'billing_mode',
  appSource: 'app_source',
  mediaReferences: 'media_references',
  maxEstimatedCapacityUnits: 'max_estimated_capacity_units',
  confirmCost: 'confirm_cost',
  safeContentFilter: 'safe_content_filter',
  seedOverrides: 'seed_overrides',
};

/** Renames the fields above, and nothing nested in them. Absent ones drop out when the body is written as JSON. */
export function toWire(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [WIRE_NAMES[field] ?? field, value]),
  );
}

/** A media reference with its wire names. Source: rest-api 5.4. */
export function mediaReferenceToWire(reference: MediaReference): Record<string, unknown> {
  const { mimeType, promptLabel, byteLength, ...rest } = reference;
  return { ...rest, mime_type: mimeType, prompt_label: promptLabel, byte_length: byteLength };
}
