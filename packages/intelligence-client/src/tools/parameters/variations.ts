import type { ToolParameter } from '../tool-parameter.ts';

export const variations = {
  /** How many results to make, 1 to 16; 1 by default. */
  numberOfVariations: { type: 'number', minimum: 1, maximum: 16, default: 1 },
} as const satisfies Record<string, ToolParameter>;
