import type { ToolParameter } from '../tool-parameter.ts';

export const numberOfVariations = {
  type: 'number',
  minimum: 1,
  maximum: 16,
  default: 1,
} as const satisfies ToolParameter;
