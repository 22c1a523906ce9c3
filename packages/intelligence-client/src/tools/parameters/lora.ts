import type { ToolParameter } from '../tool-parameter.ts';

export const loraParameters = {
  /** Ids of 1 to 8 LoRAs; ids that the model does not know are dropped by the server. */
  loras: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 8 },
  /** One strength for each entry of `loras`. */
  loraStrengths: { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 8 },
} as const satisfies Record<string, ToolParameter>;
