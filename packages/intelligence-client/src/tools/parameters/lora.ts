import type { ToolParameter } from '../tool-parameter.ts';

export const loras = {
  type: 'array',
  items: { type: 'string' },
  minItems: 1,
  maxItems: 8,
} as const satisfies ToolParameter;

export const loraStrengths = {
  type: 'array',
  items: { type: 'number' },
  minItems: 1,
  maxItems: 8,
} as const satisfies ToolParameter;
