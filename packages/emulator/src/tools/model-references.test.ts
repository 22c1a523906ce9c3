import { expect, test } from 'vitest';
import { modelReference, modelReferencesIn, referenceFamily } from './model-references.ts';

test.each([
  ['seedance2', '@Image1', '@Audio2'],
  ['gpt-image-2', 'Image 1', 'Audio 2'],
  ['ltx23', 'context_image_0', 'context_audio_1'],
  ['minimax-h3-r2v', '<Picture 1>', '<Audio 2>'],
  ['happyhorse-1.1-r2v', '[Image 1]', '[Audio 2]'],
  ['wan3.0-video', 'Image 1', 'Audio 2'],
  ['Qwen_Image.Edit', 'context_image_0', 'context_audio_1'],
])('%s writes %s', (model, image, audio) => {
  const { family, known } = referenceFamily(model);
  expect(known).toBe(true);
  expect([modelReference(family, 'image', 1), modelReference(family, 'audio', 2)]).toEqual([image, audio]);
});

test('every family reads what it writes', () => {
  for (const family of ['seedance', 'numbered', 'context', 'minimax'] as const) {
    for (const type of ['image', 'video', 'audio']) {
      const token = modelReference(family, type, 3);
      expect(modelReferencesIn(`see ${token} there`, family)).toEqual([{ token, type, index: 3 }]);
    }
  }
});

test('the name of a model and tokens of another family are no references', () => {
  expect(modelReferencesIn('GPT Image 2 draws @Image 1', 'numbered')).toEqual([]);
  expect(referenceFamily('my-own-model')).toEqual({ family: 'numbered', known: false });
});
