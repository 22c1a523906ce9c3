import { SAMPLE_RATE } from './wav.ts';

/**
 * Creates a filter that lets one frequency ring: two poles, as in a formant synthesizer.
 *
 * @param frequency Hertz.
 * @param bandwidth Hertz; the narrower, the longer it rings.
 * @param gain At the frequency itself.
 */
export function createResonator(
  frequency: number,
  bandwidth: number,
  gain: number,
): (input: number) => number {
  const radius = Math.exp((-Math.PI * bandwidth) / SAMPLE_RATE);
  const angle = (2 * Math.PI * frequency) / SAMPLE_RATE;
  const feedback = 2 * radius * Math.cos(angle);
  const damping = -radius * radius;
  const scale = gain * (1 - radius) * Math.sqrt(1 - 2 * radius * Math.cos(2 * angle) + radius * radius);
  let last = 0;
  let beforeLast = 0;
  return (input) => {
    const output = scale * input + feedback * last + damping * beforeLast;
    beforeLast = last;
    last = output;
    return output;
  };
}
