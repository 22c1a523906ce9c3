import { expect, test } from 'vitest';
import { HEIGHTS } from './layer-colours.ts';
import { createScene } from './scene.ts';

test.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps every height within the colours (seed %i)', (seed) => {
  const scene = createScene(160, 90, 'p', seed);
  const heights = new Uint16Array(160);
  for (const seconds of [0, 1, 7.3, 600]) {
    scene.moveTo(seconds);
    for (let y = 0; y < 90; y++) {
      scene.readRow(y, heights);
      expect(Math.max(...heights)).toBeLessThan(HEIGHTS);
    }
  }
});

test('takes colours from the seed and shapes from the prompt too', () => {
  const rowOf = (prompt: string, seed: number) => {
    const heights = new Uint16Array(64);
    createScene(64, 64, prompt, seed).readRow(10, heights);
    return heights;
  };
  expect(createScene(64, 64, 'a', 1).colours).toEqual(createScene(64, 64, 'b', 1).colours);
  expect(createScene(64, 64, 'a', 1).colours).not.toEqual(createScene(64, 64, 'a', 2).colours);
  expect(rowOf('a', 1)).toEqual(rowOf('a', 1));
  expect(rowOf('a', 1)).not.toEqual(rowOf('b', 1));
});
