import type { ToolParameter } from '../tool-parameter.ts';

/** A text that has to say something. */
export const prompt = { type: 'string', minLength: 1 } as const satisfies ToolParameter;

/** How vendor models treat the prompt. */
export const promptExpansion = {
  /** Lets Seedance and Wan 3 rewrite the prompt before they use it; on by default. */
  expandPrompt: { type: 'boolean', default: true },
} as const satisfies Record<string, ToolParameter>;
