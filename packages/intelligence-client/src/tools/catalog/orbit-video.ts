import type { HostedTool } from '../hosted-tool.ts';
import { imageIndex } from '../parameters/media-index.ts';
import { imageUrl } from '../parameters/media-url.ts';

/** Moves the camera around the subject of an image, 2.5 s from one angle to the next. */
export const orbitVideo = {
  name: 'orbit_video',
  aliases: ['sogni_orbit_video'],
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
    required: [],
    properties: {
      prompt: { type: 'string' },
      elevation: {
        type: 'string',
        enum: ['low-angle shot', 'eye-level shot', 'elevated shot', 'high-angle shot'],
        default: 'eye-level shot',
      },
      distance: { type: 'string', enum: ['close-up', 'medium shot', 'wide shot'], default: 'medium shot' },
      /** What the subject says. */
      dialogue: { type: 'string' },
      /** What the subject says, a text for each segment. */
      dialogues: { type: 'array', items: { type: 'string' } },
      /** The segment in which `dialogue` is spoken. */
      dialogueSegment: { type: 'number', default: 0 },
      /** Stops after the front view; right, back and left when left out. */
      angles: {
        type: 'array',
        items: {
          type: 'string',
          enum: [
            'front-right quarter view',
            'right side view',
            'back-right quarter view',
            'back view',
            'back-left quarter view',
            'left side view',
            'front-left quarter view',
          ],
        },
      },
      sourceImageIndex: imageIndex,
      source_image_url: imageUrl,
    },
  },
} as const satisfies HostedTool;
