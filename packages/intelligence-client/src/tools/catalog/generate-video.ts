import type { HostedTool } from '../hosted-tool.ts';
import { frameStrengths } from '../parameters/frame-strength.ts';
import { aspectRatio } from '../parameters/image-shape.ts';
import { loraParameters } from '../parameters/lora.ts';
import { audioIndices, imageIndices, videoIndices } from '../parameters/media-index.ts';
import { audioUrl, audioUrls, imageUrl, imageUrls, videoUrl, videoUrls } from '../parameters/media-url.ts';
import { prompt, promptExpansion } from '../parameters/prompt.ts';
import { variations } from '../parameters/variations.ts';
import { clipResolution, frameRate, videoFile } from '../parameters/video-file.ts';
import { voiceIdentity } from '../parameters/voice-identity.ts';
import { wanFrame, wanReferences } from '../parameters/wan.ts';

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
      ...promptExpansion,
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
      ...frameStrengths,
      ...voiceIdentity,
      /** In pixels; LTX 640 to 3840, WAN 480 to 1536. */
      width: { type: 'number' },
      /** In pixels; LTX 640 to 3840, WAN 480 to 1536. */
      height: { type: 'number' },
      ...clipResolution,
      ...aspectRatio,
      ...frameRate,
      ...variations,
      ...loraParameters,
      ...videoFile,
      ...wanFrame,
      ...wanReferences,
    },
  },
} as const satisfies HostedTool;
