import type { ToolParameter } from '../tool-parameter.ts';

/** How closely a clip keeps to a given frame. */
export const frameStrength = { type: 'number', minimum: 0, maximum: 1 } as const satisfies ToolParameter;
