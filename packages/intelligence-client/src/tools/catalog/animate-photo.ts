import type { HostedTool } from '../hosted-tool.ts';
import { frameStrength } from '../parameters/frame-strength.ts';
import { loraStrengths, loras } from '../parameters/lora.ts';
import { imageIndex, imageIndices } from '../parameters/media-index.ts';
import { audioUrl, imageUrl } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';
import { wanRatio } from '../parameters/wan.ts';

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
      /** Lets Seedance and Wan 3 rewrite the prompt before they use it; on by default. */
      expandPrompt: { type: 'boolean', default: true },
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
      /** Short side in pixels; keeps the shape. */
      targetResolution: { type: 'number' },
      sourceImageIndex: imageIndex,
      /** Several images, a clip each; instead of `sourceImageIndex` and `numberOfVariations`. */
      sourceImageIndices: { ...imageIndices, minItems: 1, maxItems: 16 },
      source_image_url: imageUrl,
      /** The first frame, by URL. */
      reference_image_url: imageUrl,
      /** The last frame, by URL. */
      reference_image_end_url: imageUrl,
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
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
      /** How closely the clip keeps to its first frame, 0 to 1. */
      first_frame_strength: frameStrength,
      /** How closely the clip keeps to its last frame, 0 to 1. */
      last_frame_strength: frameStrength,
      /** A recording whose voice the speaker in the clip takes on. */
      reference_audio_identity_url: audioUrl,
      /** How closely the voice is followed, 0 to 10; the server takes 3. */
      audio_identity_strength: { type: 'number', minimum: 0, maximum: 10 },
      /** Name of a saved persona whose voice is used. */
      voicePersonaName: { type: 'string' },
      /** Frames a second; each model family allows its own values. */
      fps: { type: 'number', minimum: 1 },
      /** Ids of 1 to 8 LoRAs; the server drops ids that the model does not know. */
      loras,
      /** One strength for each entry of `loras`. */
      loraStrengths,
      /** Shape of the clip on Wan 3. */
      ratio: wanRatio,
      /** Adds the vendor's watermark (Wan 3). */
      watermark: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
