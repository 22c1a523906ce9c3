import type { ToolParameter } from '../tool-parameter.ts';

/** Options that only the GPT Image models read. */
export const gptImageParameters = {
  /** Quality tier; `xhigh` and `max` exist on the 2.5 models only. Left out, the server decides. */
  gptImageQuality: {
    type: 'string',
    enum: ['low', 'medium', 'high', 'xhigh', 'max'],
    ignoredValues: ['auto'],
  },
  /** `transparent` needs a 2.5 model and PNG or WebP output. */
  gptImageBackground: { type: 'string', enum: ['auto', 'opaque', 'transparent'] },
  /** JPEG or WebP compression in percent. */
  gptImageOutputCompression: { type: 'integer', minimum: 0, maximum: 100 },
} as const satisfies Record<string, ToolParameter>;
