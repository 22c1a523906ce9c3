import type { HostedTool } from '../hosted-tool.ts';
import { videoFormat } from '../parameters/file-format.ts';
import { imageIndex, videoIndex } from '../parameters/media-index.ts';
import { audioUrl, audioUrls, imageUrl, imageUrls, videoUrl, videoUrls } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';

/** Makes a clip that follows another: its motion, outlines, depth, or a restyled whole. */
export const videoToVideo = {
  name: 'video_to_video',
  aliases: ['sogni_video_to_video'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.premium',
  capacityUnits: 8,
  risk: 'paid',
  surfaces: ['creative-tools', 'creative-agent'],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      prompt,
      /** Lets Seedance and Wan 3 rewrite the prompt before they use it; on by default. */
      expandPrompt: { type: 'boolean', default: true },
      videoSourceIndex: videoIndex,
      /** The clip to follow, by URL. */
      reference_video_url: videoUrl,
      /** More clips to go by (Seedance). */
      reference_video_urls: videoUrls,
      /** What is taken over from the clip; WAN has the `animate-*` modes, Seedance its own, LTX the others. */
      controlMode: {
        type: 'string',
        enum: [
          'animate-move',
          'animate-replace',
          'canny',
          'pose',
          'depth',
          'detailer',
          'outpaint',
          'inpaint',
          'seedance-v2v',
        ],
        default: 'animate-move',
      },
      negativePrompt: { type: 'string' },
      /** Selector or catalogue id. */
      videoModel: {
        type: 'string',
        enum: [
          'ltx25-v2v',
          'ltx23-v2v',
          'wan22-animate',
          'seedance2',
          'seedance2-mini',
          'seedance2-fast',
          'seedance2-5',
        ],
        enumIsAdvisory: true,
        aliases: ['model'],
      },
      generateAudio: { type: 'boolean' },
      /** Short side in pixels; keeps the shape. */
      targetResolution: { type: 'number' },
      /** Who or what is shown; needed by `animate-move`, `animate-replace` and `pose`. */
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
      /** Who or what is shown, by URL. */
      reference_image_url: imageUrl,
      /** Images to go by (Seedance). */
      reference_image_urls: imageUrls,
      reference_audio_url: audioUrl,
      reference_audio_urls: audioUrls,
      /** Where to start in the clip, in seconds. */
      video_start: { type: 'number', minimum: 0 },
      /** Where the clip sits on the larger canvas. */
      outpaintPosition: {
        type: 'string',
        enum: ['center', 'top', 'bottom', 'left', 'right'],
        default: 'center',
      },
      /** Shape of the larger canvas. */
      outpaintAspectRatio: { type: 'string', enum: ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9'] },
      /** White is made anew, black is kept (`inpaint`). */
      maskImageIndex: imageIndex,
      /** The mask, by URL. */
      mask_image_url: imageUrl,
      /** In seconds. */
      duration: { type: 'number', minimum: 2, maximum: 30 },
      /** Frames a second; each model family allows its own values. */
      fps: { type: 'number', minimum: 1 },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      /** Container of the clip; `mov` exists on Seedance 2.5 only. */
      outputFormat: videoFormat,
      /** Also returns the last frame as an image (Seedance 2.5). */
      returnLastFrame: { type: 'boolean' },
    },
  },
} as const satisfies HostedTool;
