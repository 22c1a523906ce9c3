import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphRows } from './glyphs.data.ts';

/** A rectangle of coverage, 0 (nothing) to 255 (full), row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly coverage: Uint8Array;
}

/** From one character to the next, in font pixels. */
export const CHARACTER_ADVANCE = GLYPH_WIDTH + 1;

/** From one line to the next, in font pixels. */
export const LINE_ADVANCE = GLYPH_HEIGHT + 3;

/** Where and how a line of text is drawn. */
interface TextStyle {
  left: number;
  top: number;
  /** Pixels for one font pixel, a whole number. */
  scale: number;
  /** Coverage of the full ink, 0 to 255. */
  strength: number;
}

/** Draws one line into the mask; what falls outside is dropped. */
export function drawText(mask: Mask, text: string, style: TextStyle): void {
  let left = style.left;
  for (const character of text) {
    drawGlyph(mask, glyphRows(character), { ...style, left });
    left += CHARACTER_ADVANCE * style.scale;
  }
}

/**
 * Magnifies a glyph with bilinear interpolation and cuts it near the middle: corners come out round and diagonals
 * closed, so that a 5 by 9 font still looks drawn at ten times its size.
 */
function drawGlyph(mask: Mask, rows: readonly number[], { left, top, scale, strength }: TextStyle): void {
  // Half a font pixel around the glyph belongs to its round edges.
  const margin = scale >> 1;
  for (let y = -margin; y < GLYPH_HEIGHT * scale + margin; y++) {
    const row = top + y;
    if (row < 0 || row >= mask.height) continue;
    for (let x = -margin; x < GLYPH_WIDTH * scale + margin; x++) {
      const column = left + x;
      if (column < 0 || column >= mask.width) continue;
      const value = interpolate(rows, (x + 0.5) / scale - 0.5, (y + 0.5) / scale - 0.5);
      const ink = Math.min(1, Math.max(0, (value - 0.46) * scale + 0.5));
      const index = row * mask.width + column;
      mask.coverage[index] = Math.max(mask.coverage[index] ?? 0, Math.round(ink * strength));
    }
  }
}

function interpolate(rows: readonly number[], x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const right = x - column;
  const down = y - row;
  const upper = bit(rows, column, row) * (1 - right) + bit(rows, column + 1, row) * right;
  const lower = bit(rows, column, row + 1) * (1 - right) + bit(rows, column + 1, row + 1) * right;
  return upper * (1 - down) + lower * down;
}

function bit(rows: readonly number[], column: number, row: number): number {
  if (column < 0 || column >= GLYPH_WIDTH) return 0;
  return ((rows[row] ?? 0) >> (GLYPH_WIDTH - 1 - column)) & 1;
}
