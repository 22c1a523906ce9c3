import type { HostedTool } from '../hosted-tool.ts';
import { imageFormat } from '../parameters/file-format.ts';
import { gptImageBackground, gptImageOutputCompression, gptImageQuality } from '../parameters/gpt-image.ts';
import { loraStrengths, loras } from '../parameters/lora.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl, imageUrls } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';

/** Changes an image as the prompt says. */
export const editImage = {
  name: 'edit_image',
  aliases: ['sogni_edit_image'],
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
      /** Selector or catalogue id; left out, the server picks one. */
      model: {
        type: 'string',
        enum: [
          'gpt-image-2',
          'gpt-image-2.5-sunburst',
          'gpt-image-2.5-flare',
          'qwen-lightning',
          'qwen',
          'krea-identity-edit',
          'dark-beast-krea2-identity-edit',
          'flux2',
        ],
        enumIsAdvisory: true,
      },
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** An image to go by, besides the one that is edited. */
      reference_image_url: imageUrl,
      /** Images to go by; how many depends on the model (GPT Image 16, FLUX 2 6, Qwen 3, Krea 2). */
      reference_image_urls: imageUrls,
      /** Where to edit: a PNG, as URL or data URI (GPT Image). */
      mask_image_url: { ...imageUrl, aliases: ['gptImageMaskUrl'] },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      /** In pixels. */
      width: { type: 'number' },
      /** In pixels. */
      height: { type: 'number' },
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
      /** Name of a saved persona to keep recognisable. */
      personaName: { type: 'string' },
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
