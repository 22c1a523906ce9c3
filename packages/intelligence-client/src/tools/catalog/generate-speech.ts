import type { HostedTool } from '../hosted-tool.ts';
import { audioIndex } from '../parameters/media-index.ts';
import { audioUrl } from '../parameters/media-url.ts';
import { numberOfVariations } from '../parameters/variations.ts';

/** Speaks a text. */
export const generateSpeech = {
  name: 'generate_speech',
  aliases: ['sogni_generate_speech'],
  group: 'generation',
  output: ['audio'],
  costClass: 'audio.speech',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: [],
  durable: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['prompt'],
    properties: {
      /** The text to speak. */
      prompt: { type: 'string', maxLength: 4096 },
      /** A ready voice, the voice of a recording, or one made from a description. */
      model: { type: 'string', enum: ['voice', 'clone', 'design'], enumIsAdvisory: true, default: 'voice' },
      voice: {
        type: 'string',
        enum: ['serena', 'vivian', 'uncle_fu', 'ryan', 'aiden', 'ono_anna', 'sohee', 'eric', 'dylan'],
        default: 'serena',
      },
      /** Needed by `design`, refused by `clone`. */
      voiceDescription: { type: 'string', maxLength: 512 },
      /** The recording whose voice is cloned. */
      voiceSourceIndex: audioIndex,
      /** The recording whose voice is cloned, by URL. */
      voice_source_url: audioUrl,
      /** What is said in the recording. */
      voiceTranscript: { type: 'string', maxLength: 1024 },
      language: {
        type: 'string',
        enum: [
          'auto',
          'english',
          'chinese',
          'japanese',
          'korean',
          'german',
          'french',
          'russian',
          'portuguese',
          'spanish',
          'italian',
        ],
        default: 'auto',
      },
      creativity: { type: 'number', minimum: 0.1, maximum: 2, default: 0.9 },
      outputFormat: { type: 'string', enum: ['wav', 'mp3', 'flac'], default: 'wav' },
      seed: { type: 'integer', minimum: 0, maximum: 4294967295 },
      /** How many results to make, 1 to 16; 1 by default. */
      numberOfVariations,
    },
  },
} as const satisfies HostedTool;
