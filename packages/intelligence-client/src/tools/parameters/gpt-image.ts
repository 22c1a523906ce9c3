import type { ToolParameter } from '../tool-parameter.ts';

export const gptImageQuality = {
  type: 'string',
  enum: ['low', 'medium', 'high', 'xhigh', 'max'],
  // Older catalogues list it; the server refuses it and decides by itself when nothing is sent.
  ignoredValues: ['auto'],
} as const satisfies ToolParameter;

export const gptImageBackground = {
  type: 'string',
  enum: ['auto', 'opaque', 'transparent'],
} as const satisfies ToolParameter;

export const gptImageOutputCompression = {
  type: 'integer',
  minimum: 0,
  maximum: 100,
} as const satisfies ToolParameter;
