import type { ToolParameter } from '../tool-parameter.ts';

export const planAspectRatio = {
  type: 'string',
  enum: ['1:1', '4:3', '3:4', '16:9', '9:16', '21:9'],
} as const satisfies ToolParameter;

export const destinationModels = {
  type: 'object',
  properties: { image: { type: 'string' }, video: { type: 'string' }, music: { type: 'string' } },
} as const satisfies ToolParameter;
