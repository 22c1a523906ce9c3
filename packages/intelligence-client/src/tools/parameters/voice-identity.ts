import type { ToolParameter } from '../tool-parameter.ts';
import { audioUrl } from './media-url.ts';

export const voiceIdentity = {
  /** A recording whose voice the speaker in the clip takes on. */
  reference_audio_identity_url: audioUrl,
  /** How closely the voice is followed, 0 to 10; the server takes 3. */
  audio_identity_strength: { type: 'number', minimum: 0, maximum: 10 },
  /** Name of a saved persona whose voice is used. */
  voicePersonaName: { type: 'string' },
} as const satisfies Record<string, ToolParameter>;
