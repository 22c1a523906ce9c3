import type { ToolParameter } from '../tool-parameter.ts';

export const aspectRatio = {
  /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
  aspectRatio: { type: 'string' },
} as const satisfies Record<string, ToolParameter>;

export const enlargement = {
  /** Factor on the size of the source; 1 by default. Sources under 480 px are raised to 480. */
  scale: { type: 'number', enum: [1, 1.5, 2, 3, 4], default: 1 },
} as const satisfies Record<string, ToolParameter>;
