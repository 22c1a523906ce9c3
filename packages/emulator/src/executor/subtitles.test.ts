import { expect, test } from 'vitest';
import { cuesOf, parseSrt, srtOf } from './subtitles.ts';

test('an SRT file comes back as it was', () => {
  const cues = [
    { startSeconds: 0.5, endSeconds: 2, text: 'One\nTwo' },
    { startSeconds: 3723.25, endSeconds: 3724, text: 'Later' },
  ];
  const text = srtOf(cues);
  expect(text).toContain('01:02:03,250 --> 01:02:04,000');
  expect(parseSrt(text)).toEqual(cues);
  expect(parseSrt(text.replaceAll('\n', '\r\n'))).toMatchObject([{ text: 'One\nTwo' }, { text: 'Later' }]);
});

test('other text is spread over the length, three seconds a line without one', () => {
  expect(cuesOf('One. Two!', 4).map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])).toEqual([
    [0, 2],
    [2, 4],
  ]);
  expect(cuesOf('One\nTwo', undefined).at(-1)).toEqual({ startSeconds: 3, endSeconds: 6, text: 'Two' });
  expect(cuesOf('  ', 4)).toEqual([]);
});
