import type { ToolParameter } from '../tool-parameter.ts';

// Durable steps take media by URL next to the index arguments. Source: contracts 1.4, rest-api 8.2.

export const imageUrl = { type: 'string', media: 'image' } as const satisfies ToolParameter;

export const videoUrl = { type: 'string', media: 'video' } as const satisfies ToolParameter;

export const audioUrl = { type: 'string', media: 'audio' } as const satisfies ToolParameter;

export const imageUrls = {
  type: 'array',
  items: { type: 'string' },
  media: 'image',
} as const satisfies ToolParameter;

export const videoUrls = {
  type: 'array',
  items: { type: 'string' },
  media: 'video',
} as const satisfies ToolParameter;

export const audioUrls = {
  type: 'array',
  items: { type: 'string' },
  media: 'audio',
} as const satisfies ToolParameter;
