import type { ToolParameter } from '../tool-parameter.ts';

export const frameStrengths = {
  /** How closely the clip keeps to its first frame, 0 to 1. */
  first_frame_strength: { type: 'number', minimum: 0, maximum: 1 },
  /** How closely the clip keeps to its last frame, 0 to 1. */
  last_frame_strength: { type: 'number', minimum: 0, maximum: 1 },
} as const satisfies Record<string, ToolParameter>;
