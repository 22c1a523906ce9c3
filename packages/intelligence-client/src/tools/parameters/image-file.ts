import type { ToolParameter } from '../tool-parameter.ts';

export const imageFile = {
  outputFormat: {
    type: 'string',
    enum: ['png', 'jpg', 'jpeg', 'webp'],
    valueAliases: { jpeg: 'jpg' },
  },
} as const satisfies Record<string, ToolParameter>;
