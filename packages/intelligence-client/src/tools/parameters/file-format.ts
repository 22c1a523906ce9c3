import type { ToolParameter } from '../tool-parameter.ts';

export const imageFormat = {
  type: 'string',
  enum: ['png', 'jpg', 'jpeg', 'webp'],
  valueAliases: { jpeg: 'jpg' },
} as const satisfies ToolParameter;

export const videoFormat = { type: 'string', enum: ['mp4', 'mov'] } as const satisfies ToolParameter;
