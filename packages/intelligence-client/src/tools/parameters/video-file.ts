import type { ToolParameter } from '../tool-parameter.ts';

export const videoFile = {
  /** Container of the clip; `mov` exists on Seedance 2.5 only. */
  outputFormat: { type: 'string', enum: ['mp4', 'mov'] },
  /** Also returns the last frame as an image (Seedance 2.5). */
  returnLastFrame: { type: 'boolean' },
} as const satisfies Record<string, ToolParameter>;

export const frameRate = {
  /** Frames a second; each model family allows its own values. */
  fps: { type: 'number', minimum: 1 },
} as const satisfies Record<string, ToolParameter>;

export const clipResolution = {
  /** Short side in pixels; keeps the shape. */
  targetResolution: { type: 'number' },
} as const satisfies Record<string, ToolParameter>;
