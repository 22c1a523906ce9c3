import type { HostedTool } from '../hosted-tool.ts';
import { gptImageParameters } from '../parameters/gpt-image.ts';
import { imageFile } from '../parameters/image-file.ts';
import { aspectRatio } from '../parameters/image-shape.ts';
import { loraParameters } from '../parameters/lora.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { variations } from '../parameters/variations.ts';

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
      ...aspectRatio,
      ...variations,
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
      ...loraParameters,
      ...gptImageParameters,
      ...imageFile,
    },
  },
} as const satisfies HostedTool;
