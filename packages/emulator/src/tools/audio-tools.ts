import { numberArgument, promptFor, textArgument, variationsOf } from './arguments.ts';
import { AUDIO_SOURCE, needSource } from './sources.ts';
import type { Tool } from './tool-call.ts';

const WORDS_A_SECOND = 2.5;

/** A tune of `duration` seconds (30 by default). */
export const generateMusic: Tool = (call) => {
  const durationSeconds = numberArgument(call, 'duration') ?? 30;
  const bpm = numberArgument(call, 'bpm') ?? 120;
  const text = textArgument(call, 'prompt') ?? 'music';
  const lyrics = textArgument(call, 'lyrics');
  return {
    outputs: Array.from({ length: variationsOf(call) }, (_, index) => {
      const seed = (call.seed + index) % 0x1_0000_0000;
      const prompt = promptFor(text, index);
      return {
        request: { kind: 'audio', format: 'wav', durationSeconds, prompt, seed, bpm },
        seed,
        metadata: { prompt: lyrics ?? prompt, bpm, keyscale: textArgument(call, 'keyscale') ?? 'C major' },
      };
    }),
  };
};

/** The text, spoken at 150 words a minute; a cloned voice needs a recording. */
export const generateSpeech: Tool = (call) => {
  if (textArgument(call, 'model') === 'clone') needSource(call, AUDIO_SOURCE);
  const text = textArgument(call, 'prompt') ?? '';
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  const durationSeconds = Math.max(1, Math.round((words / WORDS_A_SECOND) * 10) / 10);
  const wanted = textArgument(call, 'outputFormat');
  const format = wanted === 'mp3' || wanted === 'flac' ? wanted : 'wav';
  return {
    outputs: Array.from({ length: variationsOf(call) }, (_, index) => {
      const seed = (call.seed + index) % 0x1_0000_0000;
      const prompt = promptFor(text, index);
      return {
        request: { kind: 'audio', format, durationSeconds, prompt, seed, speech: true },
        seed,
        metadata: { prompt, voice: textArgument(call, 'voice') ?? 'serena' },
      };
    }),
  };
};
