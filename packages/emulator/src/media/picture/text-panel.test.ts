import { expect, test } from 'vitest';
import { glyphRows } from './glyphs.data.ts';
import { drawText, type Mask } from './text-mask.ts';
import { createTextPanel } from './text-panel.ts';

const text = { caption: 'generate_image', prompt: 'a lighthouse in a storm at sea', details: '1×1 · seed 1' };

function inkRows(mask: Mask): string[] {
  return Array.from({ length: mask.height }, (_, y) =>
    Array.from(mask.coverage.subarray(y * mask.width, (y + 1) * mask.width), (ink) =>
      ink > 127 ? '#' : '.',
    ).join(''),
  );
}

function drawn(character: string, scale: number): string[] {
  const mask = { width: 5 * scale, height: 9 * scale, coverage: new Uint8Array(45 * scale * scale) };
  drawText(mask, character, { left: 0, top: 0, scale, strength: 255 });
  return inkRows(mask);
}

test('draws the shape of a letter', () => {
  expect(drawn('h', 1)).toEqual([
    '#....',
    '#....',
    '#.##.',
    '##..#',
    '#...#',
    '#...#',
    '#...#',
    '.....',
    '.....',
  ]);
});

test('covers the middle of every font pixel, and no empty one, when magnified', () => {
  for (const character of 'Rg&@8') {
    const rows = drawn(character, 5);
    const middles = Array.from({ length: 9 }, (_, y) =>
      Array.from({ length: 5 }, (_, x) => rows[y * 5 + 2]?.[x * 5 + 2]).join(''),
    );
    const bits = glyphRows(character).map((row) => row.toString(2).padStart(5, '0'));
    expect(middles.map((row) => row.replaceAll('#', '1').replaceAll('.', '0'))).toEqual(bits);
  }
});

test('draws a box for a character the font does not have', () => {
  expect(drawn('猫', 1)[0]).toBe('#####');
  expect(drawn('猫', 1)).toEqual(drawn('🦊', 1));
});

test.each([
  [64, 64],
  [256, 100],
  [100, 800],
  [1920, 1080],
])('stays inside a picture of %i by %i', (width, height) => {
  const panel = createTextPanel(width, height, text);
  expect(panel).toBeDefined();
  if (!panel) return;
  expect(panel.left).toBeGreaterThanOrEqual(0);
  expect(panel.top).toBeGreaterThanOrEqual(0);
  expect(panel.left + panel.width).toBeLessThanOrEqual(width);
  expect(panel.top + panel.height).toBeLessThanOrEqual(height);
  expect(panel.veil.length).toBe(panel.width * panel.height);
  expect(panel.ink.some((value) => value === 255)).toBe(true);
});

test('is left out of a picture too small for a word', () => {
  expect(createTextPanel(24, 200, text)).toBeUndefined();
  expect(createTextPanel(200, 16, text)).toBeUndefined();
});
