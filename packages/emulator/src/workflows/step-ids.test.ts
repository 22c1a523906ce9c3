import { expect, test } from 'vitest';
import { cleanStepIds } from './step-ids.ts';

test.each([
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [
    ['key frame!!', '  clip '],
    ['key_frame_', 'clip'],
  ],
  [
    [undefined, '', 'é', 7],
    ['step_1', 'step_2', '_', '7'],
  ],
  [
    ['a', 'a', 'a'],
    ['a', 'a_2', 'a_3'],
  ],
  [
    ['a', 'a_3', 'a'],
    ['a', 'a_3', 'a_4'],
  ],
])('%j becomes %j', (ids, cleaned) => {
  expect(cleanStepIds(ids)).toEqual(cleaned);
});
