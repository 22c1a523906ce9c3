import type { ToolParameter } from '../tool-parameter.ts';

export const wanFrame = {
  /** Shape of the clip on Wan 3. */
  ratio: { type: 'string', enum: ['adaptive', '16:9', '4:3', '1:1', '3:4', '9:16'] },
  /** Adds the vendor's watermark (Wan 3). */
  watermark: { type: 'boolean' },
} as const satisfies Record<string, ToolParameter>;

export const wanReferences = {
  /** A document to work from (Wan 3); excludes `referenceLinkUrl`. */
  referenceFileUrl: { type: 'string' },
  /** A web page to work from (Wan 3); excludes `referenceFileUrl`. */
  referenceLinkUrl: { type: 'string' },
} as const satisfies Record<string, ToolParameter>;
