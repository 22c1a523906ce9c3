import type { ToolParameter } from '../tool-parameter.ts';

// Indices count from 0 over what the conversation or run has made, per kind of media; -1, -2, ... are the uploads in
// the order they were given. Source: contracts 1.2.

export const imageIndex = { type: 'number', media: 'image' } as const satisfies ToolParameter;

export const videoIndex = { type: 'number', media: 'video' } as const satisfies ToolParameter;

export const audioIndex = { type: 'number', media: 'audio' } as const satisfies ToolParameter;

export const imageIndices = {
  type: 'array',
  items: { type: 'number' },
  media: 'image',
} as const satisfies ToolParameter;

export const videoIndices = {
  type: 'array',
  items: { type: 'number' },
  media: 'video',
} as const satisfies ToolParameter;

export const audioIndices = {
  type: 'array',
  items: { type: 'number' },
  media: 'audio',
} as const satisfies ToolParameter;
