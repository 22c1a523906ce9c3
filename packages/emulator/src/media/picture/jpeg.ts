import { createBitWriter, huffmanCodes } from './jpeg-bits.ts';
import { type Component, writeBlock } from './jpeg-block.ts';
import {
  CHROMA_AC,
  CHROMA_DC,
  CHROMA_STEPS,
  type HuffmanTable,
  LUMA_AC,
  LUMA_DC,
  LUMA_STEPS,
  ZIGZAG,
} from './jpeg-tables.data.ts';
import type { RowPainter } from './paint-picture.ts';

/** Share of the steps at quality 50; 0.2 is what most programs call quality 90. */
const STEP_FACTOR = 0.2;

const MAX_COMMENT_BYTES = 65_533;

/**
 * Encodes a baseline JPEG (ITU-T T.81) with JFIF header, without chroma subsampling: text stays sharp.
 *
 * @param comment Stored in a comment segment as UTF-8, cut where the segment ends.
 */
export function encodeJpeg(width: number, height: number, paintRow: RowPainter, comment: string): Uint8Array {
  const lumaSteps = scaleSteps(LUMA_STEPS);
  const chromaSteps = scaleSteps(CHROMA_STEPS);
  const frame = [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    // JFIF 1.01, square pixels, no thumbnail.
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xfe, Buffer.from(comment, 'utf8').subarray(0, MAX_COMMENT_BYTES)),
    segment(0xdb, [0, ...inZigzag(lumaSteps), 1, ...inZigzag(chromaSteps)]),
    segment(0xc0, frame),
    segment(0xc4, [...storedTable(0x00, LUMA_DC), ...storedTable(0x10, LUMA_AC)]),
    segment(0xc4, [...storedTable(0x01, CHROMA_DC), ...storedTable(0x11, CHROMA_AC)]),
    segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
    encodeScan(width, height, paintRow, lumaSteps, chromaSteps),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function encodeScan(
  width: number,
  height: number,
  paintRow: RowPainter,
  lumaSteps: Uint8Array,
  chromaSteps: Uint8Array,
): Uint8Array {
  const bits = createBitWriter();
  const luma = { steps: lumaSteps, dc: huffmanCodes(LUMA_DC), ac: huffmanCodes(LUMA_AC) };
  const chroma = { steps: chromaSteps, dc: huffmanCodes(CHROMA_DC), ac: huffmanCodes(CHROMA_AC) };
  const components: [Component, Component, Component] = [
    { ...luma, previous: 0 },
    { ...chroma, previous: 0 },
    { ...chroma, previous: 0 },
  ];
  const strip = new Uint8Array(width * 3 * 8);
  const blocks: [Float32Array, Float32Array, Float32Array] = [
    new Float32Array(64),
    new Float32Array(64),
    new Float32Array(64),
  ];
  for (let top = 0; top < height; top += 8) {
    // Beyond the lower edge the last row is repeated, and the last column beyond the right one.
    for (let row = 0; row < 8; row++) paintRow(Math.min(top + row, height - 1), strip, row * width * 3);
    for (let left = 0; left < width; left += 8) {
      readBlocks(strip, width, left, blocks);
      components.forEach((component, index) => {
        writeBlock(blocks[index] ?? blocks[0], component, bits);
      });
    }
  }
  return bits.finish();
}

/** Converts RGB to the full-range YCbCr of JFIF, with luma moved down to be centred on zero. */
function readBlocks(
  strip: Uint8Array,
  width: number,
  left: number,
  [luma, blue, red]: [Float32Array, Float32Array, Float32Array],
): void {
  for (let index = 0; index < 64; index++) {
    const source = ((index >> 3) * width + Math.min(left + (index & 7), width - 1)) * 3;
    const r = strip[source] ?? 0;
    const g = strip[source + 1] ?? 0;
    const b = strip[source + 2] ?? 0;
    luma[index] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
    blue[index] = -0.168736 * r - 0.331264 * g + 0.5 * b;
    red[index] = 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
}

function scaleSteps(steps: readonly number[]): Uint8Array {
  return Uint8Array.from(steps, (step) => Math.max(1, Math.round(step * STEP_FACTOR)));
}

function inZigzag(steps: Uint8Array): number[] {
  return ZIGZAG.map((index) => steps[index] ?? 1);
}

function storedTable(identifier: number, table: HuffmanTable): number[] {
  return [identifier, ...table.counts, ...table.symbols];
}

function segment(marker: number, data: Iterable<number>): Buffer {
  const body = Buffer.from([...data]);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
