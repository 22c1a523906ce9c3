import { constants, crc32, deflateSync } from 'node:zlib';
import type { RowPainter } from './paint-picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPE_RGB = 2;
const FILTER_UP = 2;

/**
 * Encodes a PNG of 8-bit RGB (PNG 3rd edition, W3C).
 *
 * @param texts Keyword and text of each text chunk: `tEXt` where Latin-1 is enough, `iTXt` (UTF-8) elsewhere.
 */
export function encodePng(
  width: number,
  height: number,
  paintRow: RowPainter,
  texts: Readonly<Record<string, string>>,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = COLOUR_TYPE_RGB;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text)),
    chunk('IDAT', compressRows(width, height, paintRow)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Every row as the difference to the row above, which leaves mostly zeros in a picture of smooth shapes. */
function compressRows(width: number, height: number, paintRow: RowPainter): Buffer {
  const stride = width * 3;
  const filtered = new Uint8Array(height * (stride + 1));
  let above = new Uint8Array(stride);
  let current = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    paintRow(y, current, 0);
    let index = y * (stride + 1);
    filtered[index++] = FILTER_UP;
    for (let x = 0; x < stride; x++) filtered[index++] = (current[x] ?? 0) - (above[x] ?? 0);
    [above, current] = [current, above];
  }
  return deflateSync(filtered, { level: 5, strategy: constants.Z_FILTERED });
}

function textChunk(keyword: string, text: string): Buffer {
  // A zero byte would end the text early.
  const clean = text.replaceAll('\0', '');
  if (/^[\x20-\x7e\n]*$/.test(clean)) return chunk('tEXt', Buffer.from(`${keyword}\0${clean}`, 'latin1'));
  // Keyword, no compression, no language, no translated keyword.
  return chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${clean}`, 'utf8'));
}

function chunk(type: string, data: Buffer): Buffer {
  const result = Buffer.alloc(data.length + 12);
  result.writeUInt32BE(data.length, 0);
  result.write(type, 4, 'latin1');
  data.copy(result, 8);
  result.writeUInt32BE(crc32(result.subarray(4, data.length + 8)), data.length + 8);
  return result;
}
