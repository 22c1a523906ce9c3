import { expect, test } from 'vitest';
import { previewToken, stepUnits, tokenOf, usesVendorModel } from './cost.ts';

test.each([
  ['generate_image', {}, 1],
  ['generate_image', { numberOfVariations: 4 }, 4],
  ['animate_photo', { sourceImageIndices: [0, 1, 2] }, 24],
  ['animate_photo', { prompts: ['a', 'b'] }, 16],
  ['generate_video', { duration: 30 }, 6],
  ['analyze_image', {}, 0],
  ['stitch_video', { videoIndices: [0, 1, 2] }, 1],
])('%s with %j is estimated at %d units', (toolName, args, units) => {
  expect(stepUnits({ toolName, arguments: args })).toBe(units);
});

test.each([
  [{ model: 'gpt-image-2' }, true],
  [{ model: 'GPT_Image_2.5_flare' }, true],
  [{ videoModel: 'seedance2-mini' }, true],
  [{ videoModel: 'happyhorse-1.1-t2v' }, true],
  [{ videoModel: 'wan3.0-video' }, true],
  [{ videoModel: 'wan22' }, false],
  [{ model: 'flux2' }, false],
  [{}, false],
])('%j: vendor model %s', (args, vendor) => {
  expect(usesVendorModel({ arguments: args })).toBe(vendor);
});

test('vendor work is paid in Spark, whatever was asked', () => {
  const native = { id: 'a', toolName: 'generate_image', arguments: {}, dependsOn: [] };
  const vendor = { ...native, arguments: { model: 'gpt-image-2' } };
  expect([tokenOf('sogni', native), tokenOf('auto', native), tokenOf('spark', native)]).toEqual([
    'sogni',
    'sogni',
    'spark',
  ]);
  expect([tokenOf('sogni', vendor), tokenOf('auto', vendor)]).toEqual(['spark', 'spark']);
  expect([previewToken('auto', [native]), previewToken('auto', [native, vendor])]).toEqual([
    'sogni',
    'spark',
  ]);
});
