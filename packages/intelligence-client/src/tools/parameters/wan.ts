import type { ToolParameter } from '../tool-parameter.ts';

export const wanRatio = {
  type: 'string',
  enum: ['adaptive', '16:9', '4:3', '1:1', '3:4', '9:16'],
} as const satisfies ToolParameter;
