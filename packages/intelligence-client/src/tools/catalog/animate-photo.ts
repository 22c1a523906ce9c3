import type { HostedTool } from '../hosted-tool.ts';
import { frameStrengths } from '../parameters/frame-strength.ts';
import { aspectRatio } from '../parameters/image-shape.ts';
import { loraParameters } from '../parameters/lora.ts';
import { imageIndex, imageIndices } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';
import { prompt, promptExpansion } from '../parameters/prompt.ts';
import { variations } from '../parameters/variations.ts';
import { clipResolution, frameRate } from '../parameters/video-file.ts';
import { voiceIdentity } from '../parameters/voice-identity.ts';
import { wanFrame } from '../parameters/wan.ts';

/** Sets images in motion, one clip for each image. */
export const animatePhoto = {
  name: 'animate_photo',
  aliases: ['sogni_animate_photo'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.premium',
  capacityUnits: 8,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  retired: {
    outputScale: 'Give targetResolution, the short side in pixels, instead.',
  },
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      prompt,
      /** A prompt for each entry of `sourceImageIndices`. */
      prompts: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 16 },
      ...promptExpansion,
      /** Sends the prompt as it is written. */
      skipPromptProcessing: { type: 'boolean' },
      /** Selector or catalogue id; Seedance is reached through `generate_video` references. */
      videoModel: {
        type: 'string',
        enum: [
          'ltx25',
          'ltx23',
          'wan22',
          'happyhorse-1.1-i2v',
          'happyhorse-1.1-r2v',
          'minimax-h3-i2v',
          'minimax-h3-i2v-turbo',
          'minimax-h3-fasth3-i2v-turbo',
          'minimax-h3-fasth3-i2v-turbo-2stage',
          'minimax-h3-flf2v',
          'minimax-h3-flf2v-turbo',
          'minimax-h3-fasth3-flf2v-turbo',
          'minimax-h3-fasth3-flf2v-turbo-2stage',
          'wan3.0-video',
          'wan3.0-spicy-video',
        ],
        enumIsAdvisory: true,
        aliases: ['model'],
        default: 'ltx23',
      },
      generateAudio: { type: 'boolean' },
      negativePrompt: { type: 'string' },
      /** In seconds; 20 on most models, 10 on WAN 2.2, 30 on Wan 3. */
      duration: { type: 'number', minimum: 2, maximum: 30, default: 5 },
      ...clipResolution,
      sourceImageIndex: imageIndex,
      /** Several images, a clip each; instead of `sourceImageIndex` and `numberOfVariations`. */
      sourceImageIndices: { ...imageIndices, minItems: 1, maxItems: 16 },
      source_image_url: imageUrl,
      /** The first frame, by URL. */
      reference_image_url: imageUrl,
      /** The last frame, by URL. */
      reference_image_end_url: imageUrl,
      ...variations,
      ...aspectRatio,
      /** Which frame the image is; `both` without an end image makes a loop. */
      frameRole: { type: 'string', enum: ['start', 'end', 'both'], default: 'start' },
      /** The last frame; with `frameRole: 'both'`. */
      endImageIndex: imageIndex,
      /** A last frame for each entry of `sourceImageIndices`; with `frameRole: 'both'`. */
      endImageIndices: { ...imageIndices, minItems: 1, maxItems: 16 },
      /** Images that the clip passes through. */
      keyframes: {
        type: 'array',
        items: {
          type: 'object',
          required: ['imageIndex', 'atSeconds'],
          properties: {
            imageIndex: { type: 'integer', media: 'image' },
            atSeconds: { type: 'number', minimum: 0 },
          },
        },
      },
      ...frameStrengths,
      ...voiceIdentity,
      ...frameRate,
      ...loraParameters,
      ...wanFrame,
    },
  },
} as const satisfies HostedTool;
