import { expect, test } from 'vitest';
import { encodeJpeg } from './jpeg.ts';
import { ZIGZAG } from './jpeg-tables.data.ts';
import { createRowPainter } from './paint-picture.ts';
import { renderImage } from './render-image.ts';

/** Codes as text ("0110") to symbols. */
type Codes = Map<string, number>;

interface Parsed {
  width: number;
  height: number;
  comment: string;
  steps: number[][];
  codes: Map<number, Codes>;
  scan: Buffer;
}

function parse(bytes: Uint8Array): Parsed {
  const file = Buffer.from(bytes);
  expect(file.readUInt16BE(0)).toBe(0xffd8);
  expect(file.readUInt16BE(file.length - 2)).toBe(0xffd9);
  const parsed: Parsed = {
    width: 0,
    height: 0,
    comment: '',
    steps: [],
    codes: new Map(),
    scan: Buffer.alloc(0),
  };
  for (let at = 2; ; ) {
    const marker = file.readUInt16BE(at);
    const body = file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2));
    at += 4 + body.length;
    if (marker === 0xfffe) parsed.comment = body.toString('utf8');
    if (marker === 0xffc0) [parsed.height, parsed.width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
    if (marker === 0xffdb) {
      for (let start = 0; start < body.length; start += 65) {
        parsed.steps[body[start] ?? 0] = [...body.subarray(start + 1, start + 65)];
      }
    }
    if (marker === 0xffc4) readCodes(body, parsed.codes);
    if (marker === 0xffda) return { ...parsed, scan: file.subarray(at, file.length - 2) };
  }
}

function readCodes(body: Buffer, tables: Map<number, Codes>): void {
  for (let at = 0; at < body.length; ) {
    const codes: Codes = new Map();
    let symbol = at + 17;
    let code = 0;
    for (let length = 1; length <= 16; length++, code *= 2) {
      for (let left = body[at + length] ?? 0; left > 0; left--) {
        codes.set((code++).toString(2).padStart(length, '0'), body[symbol++] ?? 0);
      }
    }
    tables.set(body[at] ?? 0, codes);
    at = symbol;
  }
}

/** Decodes a scan of three components without subsampling to samples, component by component. */
function decode({ width, height, steps, codes, scan }: Parsed): Float64Array[] {
  const clean = scan.toString('latin1').replaceAll('\xff\0', '\xff');
  const bits = Array.from(Buffer.from(clean, 'latin1'), (byte) => byte.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const readSymbol = (table: number): number => {
    for (let length = 1; length <= 16; length++) {
      const symbol = codes.get(table)?.get(bits.slice(at, at + length));
      if (symbol === undefined) continue;
      at += length;
      return symbol;
    }
    throw new Error(`No code at bit ${at}`);
  };
  const readNumber = (size: number): number => {
    if (size === 0) return 0;
    const value = Number.parseInt(bits.slice(at, at + size), 2);
    at += size;
    return value < 2 ** (size - 1) ? value - 2 ** size + 1 : value;
  };
  const planes = [0, 1, 2].map(() => new Float64Array(width * height));
  const previous = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      planes.forEach((plane, component) => {
        const kind = component === 0 ? 0 : 1;
        const block = new Float64Array(64);
        previous[component] = (previous[component] ?? 0) + readNumber(readSymbol(kind));
        block[0] = (previous[component] ?? 0) * (steps[kind]?.[0] ?? 0);
        for (let position = 1; position < 64; position++) {
          const symbol = readSymbol(0x10 | kind);
          if (symbol === 0) break;
          position += symbol >> 4;
          block[ZIGZAG[position] ?? 0] = readNumber(symbol & 15) * (steps[kind]?.[position] ?? 0);
        }
        place(block, plane, width, height, left, top);
      });
    }
  }
  expect(bits.length - at).toBeLessThan(8);
  return planes;
}

function place(
  block: Float64Array,
  plane: Float64Array,
  width: number,
  height: number,
  left: number,
  top: number,
) {
  const scale = (frequency: number) => (frequency === 0 ? Math.SQRT1_2 : 1) / 2;
  const wave = (at: number, frequency: number) =>
    scale(frequency) * Math.cos(((2 * at + 1) * frequency * Math.PI) / 16);
  for (let y = 0; y < Math.min(8, height - top); y++) {
    for (let x = 0; x < Math.min(8, width - left); x++) {
      let sum = 0;
      block.forEach((value, index) => {
        if (value !== 0) sum += value * wave(x, index & 7) * wave(y, index >> 3);
      });
      plane[(top + y) * width + left + x] = sum;
    }
  }
}

test('decodes to nearly the painted pixels, at a size that is no multiple of a block', () => {
  const [width, height] = [83, 45];
  const paintRow = createRowPainter(width, height, { caption: '', prompt: 'fox', details: 'd', seed: 5 });
  const parsed = parse(encodeJpeg(width, height, paintRow, 'fox'));
  expect([parsed.width, parsed.height]).toEqual([width, height]);
  const [luma, blue, red] = decode(parsed);
  const row = new Uint8Array(width * 3);
  let squares = 0;
  for (let y = 0; y < height; y++) {
    paintRow(y, row, 0);
    for (let x = 0; x < width; x++) {
      const [l = 0, b = 0, r = 0] = [luma, blue, red].map((plane) => plane?.[y * width + x]);
      const decoded = [l + 128 + 1.402 * r, l + 128 - 0.344136 * b - 0.714136 * r, l + 128 + 1.772 * b];
      decoded.forEach((value, channel) => {
        squares += (Math.min(255, Math.max(0, value)) - (row[x * 3 + channel] ?? 0)) ** 2;
      });
    }
  }
  // A root mean square error of 5 is about 34 dB: nobody sees it.
  expect(Math.sqrt(squares / (width * height * 3))).toBeLessThan(5);
});

test('carries prompt and seed as a comment', () => {
  const media = renderImage({
    kind: 'image',
    format: 'jpg',
    width: 16,
    height: 16,
    prompt: 'grüner Fuchs',
    seed: 77,
  });
  expect(parse(media.bytes).comment).toBe('grüner Fuchs\nSeed: 77');
  expect(media).toMatchObject({ mimeType: 'image/jpeg', extension: 'jpg', sizeBytes: media.bytes.length });
});

test('cuts a comment that is longer than its segment', () => {
  const paintRow = createRowPainter(8, 8, { caption: '', prompt: '', details: '', seed: 1 });
  expect(parse(encodeJpeg(8, 8, paintRow, 'x'.repeat(70_000))).comment.length).toBe(65_533);
});
