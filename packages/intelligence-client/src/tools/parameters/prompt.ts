import type { ToolParameter } from '../tool-parameter.ts';

/** A text that has to say something. */
export const prompt = { type: 'string', minLength: 1 } as const satisfies ToolParameter;
