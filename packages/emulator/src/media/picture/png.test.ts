import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createRowPainter } from './paint-picture.ts';
import { encodePng } from './png.ts';
import { renderImage } from './render-image.ts';

interface Chunk {
  type: string;
  data: Buffer;
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const data = file.subarray(at + 8, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)));
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data });
    at += length + 12;
  }
  return chunks;
}

function dataOf(chunks: Chunk[], type: string): Buffer {
  const found = chunks.filter((chunk) => chunk.type === type);
  return Buffer.concat(found.map(({ data }) => data));
}

/** Undoes the filters "none" (0) and "up" (2). */
function readPixels(chunks: Chunk[], stride: number, height: number): Buffer {
  const filtered = inflateSync(dataOf(chunks, 'IDAT'));
  expect(filtered.length).toBe((stride + 1) * height);
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (stride + 1)] ?? -1;
    expect([0, 2]).toContain(filter);
    for (let x = 0; x < stride; x++) {
      const above = filter === 2 && y > 0 ? (pixels[(y - 1) * stride + x] ?? 0) : 0;
      pixels[y * stride + x] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + above;
    }
  }
  return pixels;
}

const content = { caption: 'a tool', prompt: 'a lighthouse', details: '97×61', seed: 9 };

test('decodes to the painted pixels at exactly the asked size', () => {
  const paintRow = createRowPainter(97, 61, content);
  const chunks = readChunks(encodePng(97, 61, paintRow, {}));
  const header = dataOf(chunks, 'IHDR');
  expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([97, 61]);
  expect([...header.subarray(8)]).toEqual([8, 2, 0, 0, 0]);
  expect(chunks.at(-1)?.type).toBe('IEND');

  const expected = new Uint8Array(97 * 61 * 3);
  for (let y = 0; y < 61; y++) paintRow(y, expected, y * 97 * 3);
  expect(readPixels(chunks, 97 * 3, 61).equals(expected)).toBe(true);
});

test('carries prompt and seed as text', () => {
  const { bytes } = renderImage({
    kind: 'image',
    format: 'png',
    width: 8,
    height: 8,
    prompt: 'a cat',
    seed: 12,
  });
  const texts = readChunks(bytes).filter(({ type }) => type === 'tEXt');
  expect(texts.map(({ data }) => data.toString('latin1'))).toEqual([
    'Description\0a cat',
    'Seed\x0012',
    'Software\0Sogni Intelligence emulator',
  ]);
});

test('carries a prompt beyond ASCII as UTF-8, without zero bytes in it', () => {
  const prompt = 'ein Kätzchen 猫\0!';
  const { bytes } = renderImage({ kind: 'image', format: 'png', width: 8, height: 8, prompt, seed: 12 });
  const text = dataOf(readChunks(bytes), 'iTXt').toString('utf8');
  expect(text).toBe('Description\0\0\0\0\0ein Kätzchen 猫!');
});

test.each([
  [1, 1],
  [3, 200],
  [200, 3],
])('encodes a picture of %i by %i, too small for text', (width, height) => {
  const media = renderImage({ kind: 'image', format: 'png', width, height, prompt: 'x', seed: 1 });
  expect(readPixels(readChunks(media.bytes), width * 3, height).length).toBe(width * height * 3);
  expect(media).toMatchObject({ width, height, mimeType: 'image/png', extension: 'png' });
});
