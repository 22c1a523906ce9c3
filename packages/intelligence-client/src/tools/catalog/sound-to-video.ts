import type { HostedTool } from '../hosted-tool.ts';
import { aspectRatio } from '../parameters/image-shape.ts';
import { audioIndex, imageIndex } from '../parameters/media-index.ts';
import { audioUrl, audioUrls, imageUrl, imageUrls } from '../parameters/media-url.ts';
import { prompt, promptExpansion } from '../parameters/prompt.ts';
import { variations } from '../parameters/variations.ts';
import { clipResolution, frameRate, videoFile } from '../parameters/video-file.ts';
import { wanFrame, wanReferences } from '../parameters/wan.ts';

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
      ...promptExpansion,
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
      ...variations,
      ...clipResolution,
      ...aspectRatio,
      ...frameRate,
      ...videoFile,
      ...wanFrame,
      ...wanReferences,
    },
  },
} as const satisfies HostedTool;
