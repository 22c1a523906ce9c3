import { expect, test } from 'vitest';
import { validateToolArguments } from '../validate.ts';

test('snake_case becomes the canonical camelCase name', () => {
  const result = validateToolArguments('generate_video', {
    prompt: 'A fox',
    negative_prompt: 'blur',
    number_of_variations: 2,
    reference_image_indices: [-1],
    video_model: 'ltx23',
  });
  expect(result).toEqual({
    ok: true,
    tool: 'generate_video',
    arguments: {
      prompt: 'A fox',
      negativePrompt: 'blur',
      numberOfVariations: 2,
      referenceImageIndices: [-1],
      videoModel: 'ltx23',
    },
    warnings: [],
  });
});

test('camelCase becomes the canonical snake_case name', () => {
  expect(
    validateToolArguments('generate_video', {
      prompt: 'A fox',
      referenceImageUrl: 'https://cdn.example/a.png',
    }),
  ).toMatchObject({
    ok: true,
    arguments: { reference_image_url: 'https://cdn.example/a.png' },
    warnings: [],
  });
});

test.each([
  ['generate_video', { prompt: 'A', model: 'seedance2' }, { prompt: 'A', videoModel: 'seedance2' }],
  ['restore_photo', { prompt: 'A', model: 'hq' }, { prompt: 'A', quality: 'hq' }],
  ['generate_music', { prompt: 'A', time_signature: 3 }, { prompt: 'A', timesig: 3 }],
  ['generate_music', { prompt: 'A', timeSignature: 3 }, { prompt: 'A', timesig: 3 }],
  ['sound_to_video', { prompt: 'A', audioSource: -1 }, { prompt: 'A', audioSourceIndex: -1 }],
  ['sound_to_video', { prompt: 'A', audio_start: 2 }, { prompt: 'A', audioStart: 2 }],
  [
    'edit_image',
    { prompt: 'A', gptImageMaskUrl: 'https://m.example' },
    { prompt: 'A', mask_image_url: 'https://m.example' },
  ],
  ['compose_script', { prompt: 'A teaser' }, { brief: 'A teaser' }],
  ['extract_metadata', { file_index: 1 }, { fileIndex: 1 }],
])('%s rewrites %j', (tool, given, expected) => {
  expect(validateToolArguments(tool, given)).toEqual({ ok: true, tool, arguments: expected, warnings: [] });
});

test('the canonical name wins over its aliases, whatever the order', () => {
  for (const args of [
    { prompt: 'A', model: 'wan22', videoModel: 'ltx23' },
    { prompt: 'A', videoModel: 'ltx23', video_model: 'wan22' },
  ]) {
    expect(validateToolArguments('generate_video', args)).toMatchObject({
      ok: true,
      arguments: { videoModel: 'ltx23' },
      warnings: [{ code: 'duplicate_argument', message: expect.stringContaining('"videoModel"') }],
    });
  }
});

test('the first of two aliases wins', () => {
  expect(
    validateToolArguments('generate_video', { prompt: 'A', model: 'wan22', video_model: 'ltx23' }),
  ).toMatchObject({
    ok: true,
    arguments: { videoModel: 'wan22' },
    warnings: [{ path: 'video_model', code: 'duplicate_argument' }],
  });
});

test('an undefined canonical value does not shadow its alias', () => {
  const result = validateToolArguments('generate_video', {
    prompt: 'A',
    videoModel: undefined,
    model: 'ltx23',
  });
  expect(result).toMatchObject({ ok: true, arguments: { videoModel: 'ltx23' }, warnings: [] });
});

test('a problem is reported under the canonical name', () => {
  expect(validateToolArguments('video_to_video', { prompt: 'A', control_mode: 'wave' })).toMatchObject({
    ok: false,
    issues: [{ path: 'controlMode', code: 'enum' }],
  });
});

test('names are rewritten inside described objects and left alone elsewhere', () => {
  const existing = { stages: [{ id: 'a', depends_on: [] }], displayName: 'x' };
  expect(
    validateToolArguments('add_subtitles', { cues: [{ start_seconds: 0, end_seconds: 1, text: 'Hi' }] }),
  ).toMatchObject({ ok: true, arguments: { cues: [{ startSeconds: 0, endSeconds: 1, text: 'Hi' }] } });
  expect(
    validateToolArguments('compose_workflow_template', {
      brief: 'A',
      name: 'B',
      existing_template: existing,
    }),
  ).toMatchObject({ ok: true, arguments: { existing_template: existing } });
});

test('unknown arguments are left out with a warning', () => {
  expect(validateToolArguments('upscale_image', { scale: 2, sharpen: true })).toEqual({
    ok: true,
    tool: 'upscale_image',
    arguments: { scale: 2 },
    warnings: [{ path: 'sharpen', code: 'unknown_argument', message: expect.stringContaining('"sharpen"') }],
  });
});

test('an object with a policy of its own strips, one without keeps', () => {
  const template = validateToolArguments('compose_workflow_template', {
    brief: 'A',
    name: 'B',
    inputs: [{ name: 'subject', type: 'text', hint: 'x' }],
  });
  expect(template).toMatchObject({
    ok: true,
    warnings: [{ path: 'inputs.0.hint', code: 'unknown_argument' }],
  });
  expect(template.arguments.inputs).toEqual([{ name: 'subject', type: 'text' }]);
  const subtitles = validateToolArguments('add_subtitles', { srt: '1', style: { color: 'red', shadow: 2 } });
  expect(subtitles).toMatchObject({
    ok: true,
    arguments: { style: { color: 'red', shadow: 2 } },
    warnings: [],
  });
});
