import type { HostedTool } from '../hosted-tool.ts';
import { videoFormat } from '../parameters/file-format.ts';
import { frameStrength } from '../parameters/frame-strength.ts';
import { loraStrengths, loras } from '../parameters/lora.ts';
import { audioIndices, imageIndices, videoIndices } from '../parameters/media-index.ts';
import { audioUrl, audioUrls, imageUrl, imageUrls, videoUrl, videoUrls } from '../parameters/media-url.ts';
import { prompt } from '../parameters/prompt.ts';
import { numberOfVariations } from '../parameters/variations.ts';
import { wanRatio } from '../parameters/wan.ts';

/** Makes a clip from a text, optionally led by images, clips and sounds. */
export const generateVideo = {
  name: 'generate_video',
  aliases: ['sogni_generate_video'],
  group: 'generation',
  output: ['video'],
  costClass: 'video.vendor.standard',
  capacityUnits: 6,
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
      /** Lets Seedance and Wan 3 rewrite the prompt before they use it; on by default. */
      expandPrompt: { type: 'boolean', default: true },
      /** Sends the prompt as it is written. */
      skipPromptProcessing: { type: 'boolean' },
      /** In seconds; most models stop well below 30. */
      duration: { type: 'number', minimum: 2, maximum: 30, default: 5 },
      negativePrompt: { type: 'string' },
      /** Selector or catalogue id. */
      videoModel: {
        type: 'string',
        enum: [
          'ltx25',
          'ltx23',
          'wan22',
          'seedance2',
          'seedance2-mini',
          'seedance2-fast',
          'seedance2-5',
          'minimax-h3-t2v',
          'minimax-h3-t2v-turbo',
          'minimax-h3-fasth3-t2v-turbo',
          'minimax-h3-fasth3-t2v-turbo-2stage',
          'minimax-h3-r2v',
          'minimax-h3-r2v-turbo',
          'happyhorse-1.1-t2v',
          'happyhorse-1.1-i2v',
          'happyhorse-1.1-r2v',
          'wan3.0-video',
          'wan3.0-spicy-video',
        ],
        enumIsAdvisory: true,
        aliases: ['model'],
        default: 'ltx23',
      },
      generateAudio: { type: 'boolean' },
      /** What happens to the sound of the references (MiniMax H3 reference-to-video). */
      sourceAudioPolicy: { type: 'string', enum: ['reuse_exact', 'reference_only', 'replace'] },
      referenceImageIndices: imageIndices,
      referenceVideoIndices: videoIndices,
      referenceAudioIndices: audioIndices,
      /** The first frame, or a single image to go by. */
      reference_image_url: imageUrl,
      reference_image_urls: imageUrls,
      /** The last frame. */
      reference_image_end_url: imageUrl,
      reference_video_url: videoUrl,
      reference_video_urls: videoUrls,
      reference_audio_url: audioUrl,
      reference_audio_urls: audioUrls,
      /** Where to start in the reference audio, in seconds. */
      audio_start: { type: 'number', minimum: 0 },
      /** Where to start in the reference video, in seconds. */
      video_start: { type: 'number', minimum: 0 },
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
      /** In pixels; LTX 640 to 3840, WAN 480 to 1536. */
      width: { type: 'number' },
      /** In pixels; LTX 640 to 3840, WAN 480 to 1536. */
      height: { type: 'number' },
      /** Short side in pixels; keeps the shape. */
      targetResolution: { type: 'number' },
      /** A ratio such as `16:9`, or an exact size such as `1080x1920`. */
      aspectRatio: { type: 'string' },
      /** Frames a second; each model family allows its own values. */
      fps: { type: 'number', minimum: 1 },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
      /** Ids of 1 to 8 LoRAs; the server drops ids that the model does not know. */
      loras,
      /** One strength for each entry of `loras`. */
      loraStrengths,
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
