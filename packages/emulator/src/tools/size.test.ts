import { expect, test } from 'vitest';
import { scaled, withAspect, withShortSide } from './size.ts';

test.each([
  ['16:9', { width: 1360, height: 768 }],
  ['4:5', { width: 912, height: 1152 }],
  ['Square', { width: 1024, height: 1024 }],
  ['reels', { width: 1080, height: 1920 }],
  ['333x77', { width: 333, height: 77 }],
  ['adaptive', { width: 1024, height: 1024 }],
  ['0:0', { width: 1024, height: 1024 }],
  [undefined, { width: 1024, height: 1024 }],
])('the aspect %s of a square', (aspect, size) => {
  expect(withAspect({ width: 1024, height: 1024 }, aspect)).toEqual(size);
});

test('a short side keeps the shape', () => {
  expect(withShortSide({ width: 1024, height: 576 }, 720)).toEqual({ width: 1280, height: 720 });
  expect(withShortSide({ width: 1024, height: 576 }, undefined)).toEqual({ width: 1024, height: 576 });
});

test('scaled sides are even', () => {
  expect(scaled({ width: 333, height: 101 }, 1.5)).toEqual({ width: 500, height: 152 });
});
