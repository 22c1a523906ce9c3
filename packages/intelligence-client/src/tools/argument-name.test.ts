import { expect, test } from 'vitest';
import { resolveArgumentName } from './argument-name.ts';

test.each([
  ['prompt', 'prompt'],
  ['control_mode', 'controlMode'],
  ['model', 'videoModel'],
  ['constructor', undefined],
  ['widht', undefined],
])('%s of video_to_video is %s', (spelling, name) => {
  expect(resolveArgumentName('video_to_video', spelling)).toBe(name);
});
