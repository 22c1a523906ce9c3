import { expect, test } from 'vitest';
import { validateToolArguments } from './validate.ts';

// Calls that the documentation of the service shows; rest-api 20 and the two published guides.
const UNCHANGED = [
  ['generate_image', { prompt: 'Ink sketch of a fox', width: 1024, height: 576 }],
  ['generate_image', { prompt: 'Two shoes', model: 'flux2', width: 1024, height: 576 }],
  ['generate_image', { prompt: 'A bowl on linen', model: 'z-turbo', width: 832, height: 832 }],
  ['generate_image', { prompt: 'A lighthouse in dense fog' }],
  ['generate_video', { prompt: 'Slow ocean wave', duration: 5 }],
  ['generate_video', { prompt: 'Slow push-in', duration: 5, width: 1024, height: 576 }],
  ['generate_video', { prompt: 'Slow push-in', duration: 5, referenceImageIndices: [0] }],
  ['animate_photo', { prompt: 'Leaves drift' }],
  ['animate_photo', { prompt: 'Leaves drift', sourceImageIndex: -1 }],
  ['animate_photo', { prompt: 'Gentle turntable spin', duration: 6 }],
  ['animate_photo', { prompt: 'Poster comes alive', sourceImageIndex: 0 }],
  [
    'enhance_prompt',
    { prompt: 'A glass robot', target_output: 'image_prompt', destination_model: 'krea-2-turbo' },
  ],
  ['enhance_prompt', { prompt: 'A glass robot', destination_tool: 'generate_image' }],
] as const;

test.each(UNCHANGED)('%s %j passes without a warning', (tool, args) => {
  expect(validateToolArguments(tool, args)).toEqual({ ok: true, tool, arguments: args, warnings: [] });
});

test.each([
  ['https://storage.example/clip?X-Signature=1', 4],
  ['http://127.0.0.1:8787/_media/get/referenceVideo/j1', 8],
])('the legacy restyling step with %s becomes a video_to_video call', (reference_video_url, duration) => {
  const step = {
    prompt: 'Watercolour look',
    reference_video_url,
    model: 'seedance2',
    control_mode: 'seedance-v2v',
    duration,
  };
  expect(validateToolArguments('sogni_video_to_video', step)).toEqual({
    ok: true,
    tool: 'video_to_video',
    arguments: {
      prompt: 'Watercolour look',
      reference_video_url,
      videoModel: 'seedance2',
      controlMode: 'seedance-v2v',
      duration,
    },
    warnings: [],
  });
});

test('the two steps of an image_to_video plan pass', () => {
  const still = { prompt: 'A robot sketch', model: 'flux2' };
  const clip = { prompt: 'The sketch comes alive', duration: 5, videoModel: 'ltx23', sourceImageIndex: 0 };
  expect(validateToolArguments('sogni_generate_image', still)).toMatchObject({ ok: true, warnings: [] });
  expect(validateToolArguments('animate_photo', clip)).toMatchObject({ ok: true, warnings: [] });
});

test('a storyboard clip with a frame rate passes', () => {
  const args = {
    prompt: 'Follow the storyboard',
    videoModel: 'seedance2',
    width: 1280,
    height: 720,
    duration: 15,
    fps: 24,
    numberOfVariations: 1,
    generateAudio: true,
    expandPrompt: false,
  };
  expect(validateToolArguments('generate_video', args)).toMatchObject({
    ok: true,
    arguments: args,
    warnings: [],
  });
});

test('every legacy media argument of a clip is kept', () => {
  const url = 'https://cdn.example/a';
  const args = {
    prompt: 'A fox speaks',
    reference_image_url: url,
    reference_image_urls: [url],
    reference_image_end_url: url,
    reference_video_url: url,
    reference_video_urls: [url],
    reference_audio_url: url,
    reference_audio_urls: [url],
    reference_audio_identity_url: url,
    audio_identity_strength: 3,
    first_frame_strength: 0.6,
    last_frame_strength: 1,
    audio_start: 0,
    video_start: 1.5,
    fps: 24,
  };
  expect(validateToolArguments('generate_video', args)).toMatchObject({
    ok: true,
    arguments: args,
    warnings: [],
  });
});
