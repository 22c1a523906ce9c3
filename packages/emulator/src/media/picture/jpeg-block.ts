import type { BitWriter, HuffmanCodes } from './jpeg-bits.ts';
import { ZIGZAG } from './jpeg-tables.data.ts';

/** What a colour component needs to be written. */
export interface Component {
  /** Quantizer steps, row by row. */
  readonly steps: Uint8Array;
  readonly dc: HuffmanCodes;
  readonly ac: HuffmanCodes;
  /** The first coefficient of the block before, from which the next one is told. */
  previous: number;
}

/** Rows of the 8-point cosine transform with its scale factors (T.81 A.3.3). */
const COSINES = Float64Array.from({ length: 64 }, (_, index) => {
  const frequency = index >> 3;
  const angle = ((2 * (index & 7) + 1) * frequency * Math.PI) / 16;
  return Math.cos(angle) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

const END_OF_BLOCK = 0x00;
const SIXTEEN_ZEROS = 0xf0;

const halfway = new Float64Array(64);
const coefficients = new Int16Array(64);

/** Transforms, quantizes and writes one block of 64 samples, which are centred on zero. */
export function writeBlock(samples: Float32Array, component: Component, bits: BitWriter): void {
  quantize(samples, component.steps);
  const first = coefficients[0] ?? 0;
  writeNumber(first - component.previous, 0, component.dc, bits);
  component.previous = first;

  let zeros = 0;
  for (let position = 1; position < 64; position++) {
    const value = coefficients[position] ?? 0;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.writeSymbol(component.ac, SIXTEEN_ZEROS);
    writeNumber(value, zeros, component.ac, bits);
    zeros = 0;
  }
  if (zeros > 0) bits.writeSymbol(component.ac, END_OF_BLOCK);
}

/** A symbol with the zeros before and the size in bits, then the bits; negative numbers are stored less one. */
function writeNumber(value: number, zeros: number, codes: HuffmanCodes, bits: BitWriter): void {
  const size = 32 - Math.clz32(Math.abs(value));
  bits.writeSymbol(codes, (zeros << 4) | size);
  bits.write(value < 0 ? value - 1 : value, size);
}

/** Fills `coefficients` in zigzag order: the transform along rows, then along columns. */
function quantize(samples: Float32Array, steps: Uint8Array): void {
  for (let row = 0; row < 64; row += 8) {
    for (let frequency = 0; frequency < 64; frequency += 8) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += (samples[row + x] ?? 0) * (COSINES[frequency + x] ?? 0);
      halfway[row + (frequency >> 3)] = sum;
    }
  }
  for (let position = 0; position < 64; position++) {
    const index = ZIGZAG[position] ?? 0;
    const column = index & 7;
    const frequency = index & 56;
    let sum = 0;
    for (let y = 0; y < 8; y++) sum += (halfway[y * 8 + column] ?? 0) * (COSINES[frequency + y] ?? 0);
    coefficients[position] = Math.round(sum / (steps[index] ?? 1));
  }
}
