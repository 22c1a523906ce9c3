import type { AudioRequest, RenderedMedia } from '../media-request.ts';
import { babble } from './speech.ts';
import { composeTune } from './tune.ts';
import { encodeWav } from './wav.ts';

/** Renders a WAV (16-bit PCM, 44.1 kHz, mono) of exactly the asked length, whatever the asked format. */
export function renderAudio(request: AudioRequest): RenderedMedia {
  const bytes = encodeWav(request.speech ? babble(request) : composeTune(request));
  const { durationSeconds } = request;
  return { bytes, mimeType: 'audio/wav', extension: 'wav', durationSeconds, sizeBytes: bytes.length };
}
