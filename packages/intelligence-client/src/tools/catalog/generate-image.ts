import type { HostedTool } from '../hosted-tool.ts';
import { imageFormat } from '../parameters/file-format.ts';
import { gptImageBackground, gptImageOutputCompression, gptImageQuality } from '../parameters/gpt-image.ts';
import { loraStrengths, loras } from '../parameters/lora.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';

/** Makes images from a text, optionally starting from an image. */
export const generateImage = {
  name: 'generate_image',
  aliases: ['sogni_generate_image'],
  group: 'generation',
  output: ['image'],
  costClass: 'image.standard',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      prompt,
      /** Selector or catalogue id; left out, the server picks one for the quality tier. */
      model: {
        type: 'string',
        enum: [
          'gpt-image-2',
          'gpt-image-2.5-sunburst',
          'gpt-image-2.5-flare',
          'z-turbo',
          'z-image',
          'krea-2-turbo',
          'dark-beast-krea2',
          'dark-beast-z-turbo',
          'chroma-v46-flash',
          'chroma1-hd',
          'chroma-detail',
          'flux-schnell',
          'pony-v7',
          'qwen-2512',
          'qwen-2512-lightning',
          'albedo-xl',
          'animagine-xl',
          'one-obsession-v22',
          'anima-pencil-xl',
          'art-universe-xl',
          'hyphoria-real',
          'analog-madness-xl',
          'cyberrealistic-xl',
          'real-dream-xl',
          'faetastic-xl',
          'zavychroma-xl',
          'pony-faetality',
          'dreamshaper-xl',
          'flux1-krea',
          'flux2',
        ],
        enumIsAdvisory: true,
      },
      /** In pixels; the bounds depend on the model. */
      width: { type: 'number', default: 1024 },
      /** In pixels; the bounds depend on the model. */
      height: { type: 'number', default: 1024 },
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      negativePrompt: { type: 'string' },
      /** How much of the starting image is kept, 0 to 1; 0.75 is usual. */
      starting_image_strength: { type: 'number', minimum: 0, maximum: 1 },
      /** The starting image. */
      sourceImageIndex: imageIndex,
      /** The starting image, by URL. */
      source_image_url: imageUrl,
      /** -1 draws a random seed. */
      seed: { type: 'integer' },
      guidance: { type: 'number' },
      /** Ids of 1 to 8 LoRAs; the server drops ids that the model does not know. */
      loras,
      /** One strength for each entry of `loras`. */
      loraStrengths,
      /** Quality tier of GPT Image; `xhigh` and `max` exist on the 2.5 models only. Left out, the server decides. */
      gptImageQuality,
      /** GPT Image only; `transparent` needs a 2.5 model and PNG or WebP output. */
      gptImageBackground,
      /** JPEG or WebP compression in percent (GPT Image). */
      gptImageOutputCompression,
      /** File format; `jpeg` means `jpg`. */
      outputFormat: imageFormat,
    },
  },
} as const satisfies HostedTool;
