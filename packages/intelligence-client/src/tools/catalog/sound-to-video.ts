import type { HostedTool } from '../hosted-tool.ts';
import { videoFormat } from '../parameters/file-format.ts';
import { audioIndex, imageIndex } from '../parameters/media-index.ts';
import { audioUrl, audioUrls, imageUrl, imageUrls } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';
import { wanRatio } from '../parameters/wan.ts';

/** Makes a clip that moves or speaks to a sound. */
export const soundToVideo = {
  name: 'sound_to_video',
  aliases: ['sogni_sound_to_video'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.premium',
  capacityUnits: 8,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  retired: {
    smartDuration: 'Give duration in seconds instead.',
  },
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      prompt,
      /** Lets Seedance and Wan 3 rewrite the prompt before they use it; on by default. */
      expandPrompt: { type: 'boolean', default: true },
      negativePrompt: { type: 'string' },
      audioSourceIndex: { ...audioIndex, aliases: ['audioSource'] },
      /** The sound, by URL. */
      reference_audio_url: audioUrl,
      reference_audio_urls: audioUrls,
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** The first frame, by URL. */
      reference_image_url: imageUrl,
      /** Images to go by (Seedance). */
      reference_image_urls: imageUrls,
      /** The last frame; only on selectors that take a first and a last one. */
      endImageIndex: imageIndex,
      /** The last frame, by URL. */
      reference_image_end_url: imageUrl,
      /** Where to start in the sound, in seconds. */
      audioStart: { type: 'number', minimum: 0, default: 0 },
      /** In seconds. */
      duration: { type: 'number', minimum: 2, maximum: 30, default: 5 },
      /** Selector or catalogue id. */
      videoModel: {
        type: 'string',
        enum: [
          'wan-s2v',
          'seedance2',
          'seedance2-mini',
          'seedance2-fast',
          'seedance2-5',
          'ltx25-ia2v',
          'ltx25-a2v',
          'ltx23-ia2v',
          'ltx23-a2v',
          'wan3.0-video',
          'wan3.0-spicy-video',
          'minimax-h3-fasth3-ia2v-turbo',
          'minimax-h3-fasth3-flfa2v-turbo',
          'minimax-h3-fasth3-a2v-turbo',
          'minimax-h3-fasth3-ia2v-turbo-2stage',
          'minimax-h3-fasth3-flfa2v-turbo-2stage',
          'minimax-h3-fasth3-a2v-turbo-2stage',
        ],
        enumIsAdvisory: true,
        aliases: ['model'],
      },
      generateAudio: { type: 'boolean' },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      /** Short side in pixels; keeps the shape. */
      targetResolution: { type: 'number' },
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
      /** Frames a second; each model family allows its own values. */
      fps: { type: 'number', minimum: 1 },
      /** Container of the clip; `mov` exists on Seedance 2.5 only. */
      outputFormat: videoFormat,
      /** Also returns the last frame as an image (Seedance 2.5). */
      returnLastFrame: { type: 'boolean' },
      /** Shape of the clip on Wan 3. */
      ratio: wanRatio,
      /** Adds the vendor's watermark (Wan 3). */
      watermark: { type: 'boolean' },
      /** A document to work from (Wan 3); excludes `referenceLinkUrl`. */
      referenceFileUrl: { type: 'string' },
      /** A web page to work from (Wan 3); excludes `referenceFileUrl`. */
      referenceLinkUrl: { type: 'string' },
    },
  },
} as const satisfies HostedTool;
