/** Samples a second of everything that is rendered here. */
export const SAMPLE_RATE = 44_100;

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const PCM = 1;
const MONO = 1;
const PEAK = 0.7;
const FADE_SECONDS = 0.02;

/**
 * Encodes mono samples as a WAV of 16-bit PCM.
 *
 * The loudest sample is brought to -3 dB, and both ends are faded over 20 ms so that nothing clicks.
 */
export function encodeWav(samples: Float32Array): Uint8Array {
  const dataBytes = samples.length * BYTES_PER_SAMPLE;
  const file = Buffer.alloc(HEADER_BYTES + dataBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(MONO, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 28);
  file.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  file.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataBytes, 40);

  const gain = (PEAK * 32_767) / loudest(samples);
  const fade = Math.min(samples.length / 2, FADE_SECONDS * SAMPLE_RATE);
  for (let index = 0; index < samples.length; index++) {
    const edge = Math.min(1, index / fade, (samples.length - 1 - index) / fade);
    const value = Math.round((samples[index] ?? 0) * gain * edge);
    file.writeInt16LE(value, HEADER_BYTES + index * BYTES_PER_SAMPLE);
  }
  return file;
}

function loudest(samples: Float32Array): number {
  let peak = 1e-9;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}
