import type { ToolParameter } from '../tool-parameter.ts';

/** Factor on the size of a source image. */
export const scale = { type: 'number', enum: [1, 1.5, 2, 3, 4], default: 1 } as const satisfies ToolParameter;
