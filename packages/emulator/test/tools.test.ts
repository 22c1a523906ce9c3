import { HOSTED_TOOLS } from '@sogni/intelligence-client/tools';
import type { WorkflowStepInput } from '@sogni/intelligence-client/workflows';
import { expect, test } from 'vitest';
import { startApi } from './api.ts';

/** Inputs of the run: an image 800x600, a video 1280x720 of 8 s, a sound of 20 s. */
const MEDIA = [
  { kind: 'image', url: 'https://files.example/photo.png', width: 800, height: 600 },
  { kind: 'video', url: 'https://files.example/clip.mp4', width: 1280, height: 720, duration_seconds: 8 },
  { kind: 'video', url: 'https://files.example/other.mp4', width: 640, height: 360, duration_seconds: 4 },
  { kind: 'audio', url: 'https://files.example/song.wav', duration_seconds: 20 },
];

const CUES = [{ startSeconds: 0, endSeconds: 2, text: 'Hello' }];

/** Arguments of a tool and what they come to: the artifacts in order. */
const CASES: [tool: string, args: Record<string, unknown>, artifacts: Record<string, unknown>[]][] = [
  ['generate_image', { prompt: 'x' }, [{ kind: 'image', width: 1024, height: 1024 }]],
  ['generate_image', { prompt: 'x', aspectRatio: '16:9' }, [{ width: 1360, height: 768 }]],
  ['generate_image', { prompt: 'x', aspect_ratio: '640x360' }, [{ width: 640, height: 360 }]],
  ['generate_image', { prompt: 'x', aspectRatio: '16:9', width: 256 }, [{ width: 256, height: 144 }]],
  ['generate_image', { prompt: 'x', aspectRatio: 'portrait', height: 640 }, [{ width: 360, height: 640 }]],
  ['generate_image', { prompt: 'x', height: 640 }, [{ width: 1024, height: 640 }]],
  [
    'generate_image',
    { prompt: 'x', aspectRatio: 'portrait', outputFormat: 'jpeg' },
    [{ width: 768, height: 1360 }],
  ],
  [
    'generate_image',
    { prompt: '{red|blue} fox', number_of_variations: 3, seed: 5 },
    [5, 6, 7].map((seed) => ({ seed })),
  ],
  ['edit_image', { prompt: 'x', sourceImageIndex: -1 }, [{ kind: 'image', width: 800, height: 600 }]],
  [
    'edit_image',
    { prompt: 'x', source_image_url: 'https://elsewhere.example/a.png' },
    [{ width: 1024, height: 1024 }],
  ],
  ['apply_style', { prompt: 'x', sourceImageIndex: -1, scale: 2 }, [{ width: 1600, height: 1200 }]],
  ['refine_result', { prompt: 'x', aspectRatio: '1:1' }, [{ width: 688, height: 688 }]],
  ['restore_photo', { prompt: 'x', quality: 'hq' }, [{ width: 800, height: 600 }]],
  ['change_angle', { description: 'front view eye-level shot close-up' }, [{ width: 800, height: 600 }]],
  ['upscale_image', {}, [{ width: 1600, height: 1200 }]],
  ['upscale_image', { targetLongestEdge: 2000 }, [{ width: 2000, height: 1500 }]],
  ['image_to_3d', { sourceImageIndex: -1 }, [{ kind: 'model', mimeType: 'model/gltf-binary' }]],
  ['generate_video', { prompt: 'x' }, [{ kind: 'video', width: 1024, height: 576, duration: 5 }]],
  [
    'generate_video',
    { prompt: 'x', ratio: '9:16', duration: '6' },
    [{ width: 576, height: 1024, durationSeconds: 6 }],
  ],
  [
    'generate_video',
    { prompt: 'x', targetResolution: 720, returnLastFrame: true },
    [
      { kind: 'video', width: 1280, height: 720 },
      { kind: 'image', width: 1280, height: 720 },
    ],
  ],
  [
    'animate_photo',
    { prompt: 'x', sourceImageIndex: -1, duration: 3 },
    [{ kind: 'video', width: 880, height: 672, duration: 3 }],
  ],
  [
    'animate_photo',
    { prompt: 'x', sourceImageIndices: [-1, -1], prompts: ['a', 'b'] },
    [{ kind: 'video' }, { kind: 'video' }],
  ],
  ['animate_photo', { prompt: 'x', target_resolution: 240 }, [{ width: 320, height: 240 }]],
  [
    'generate_video',
    { prompt: 'x', reference_image_indices: [-1], width: 320 },
    [{ width: 320, height: 240 }],
  ],
  ['sound_to_video', { prompt: 'x', audioSourceIndex: -1, duration: 4 }, [{ kind: 'video', duration: 4 }]],
  [
    'video_to_video',
    { prompt: 'x', videoSourceIndex: -1, controlMode: 'depth' },
    [{ width: 1280, height: 720, duration: 8 }],
  ],
  [
    'video_to_video',
    { prompt: 'x', videoSourceIndex: -1, controlMode: 'outpaint', outpaintAspectRatio: '1:1' },
    [{ width: 1280, height: 1280 }],
  ],
  ['stitch_video', { videoIndices: [-1, -2] }, [{ duration: 12, width: 1280, height: 720 }]],
  [
    'stitch_video',
    { videoIndices: [-1, -2, -1], transition: { type: 'fade', durationSeconds: 1 } },
    [{ duration: 18 }],
  ],
  ['orbit_video', { sourceImageIndex: -1 }, [{ kind: 'video', duration: 10 }]],
  ['orbit_video', { angles: ['back view'] }, [{ duration: 5 }]],
  ['dance_montage', { dance: 'big-guy' }, [{ kind: 'video', duration: 11 }]],
  ['dance_montage', { dance: 'rasputin', singleClip: true }, [{ duration: 20 }]],
  ['extend_video', { duration: 5 }, [{ duration: 13, width: 1280 }]],
  ['replace_video_segment', { startSeconds: 2, endSeconds: 4, prompt: 'x' }, [{ duration: 8 }]],
  [
    'replace_video_segment',
    { startSeconds: 2, endSeconds: 4, replacementVideoIndex: -2, replacementStartSeconds: 1 },
    [{ duration: 9 }],
  ],
  [
    'replace_video_segment',
    { startSeconds: 6, endSeconds: -1, replacementVideoIndex: -2 },
    [{ duration: 10 }],
  ],
  [
    'overlay_video',
    { overlays: [{ kind: 'text', position: 'center', text: 'Hi' }] },
    [{ kind: 'video', duration: 8 }],
  ],
  ['add_subtitles', { cues: CUES }, [{ kind: 'video', duration: 8 }]],
  ['upscale_video', { targetResolution: 1080 }, [{ width: 1920, height: 1080, duration: 8 }]],
  ['generate_music', { prompt: 'x', duration: 12, bpm: 90 }, [{ kind: 'audio', duration: 12 }]],
  ['generate_music', { prompt: 'x' }, [{ duration: 30 }]],
  ['generate_speech', { prompt: 'one two three four five' }, [{ kind: 'audio', duration: 2 }]],
  ['analyze_image', { query: 'What is it?' }, [{ kind: 'text', mimeType: 'text/plain; charset=utf-8' }]],
  ['analyze_video', { query: 'What happens?' }, [{ kind: 'text' }]],
  ['extract_metadata', { mediaType: 'video' }, [{ kind: 'text' }]],
  ['ask_clarifying_question', { question: 'Which fox?' }, [{ kind: 'text' }]],
  ['finalize_response', { outcome: 'success' }, [{ kind: 'text' }]],
  [
    'create_asset_manifest',
    { assets: [{ user_label: 'Fox', type: 'image' }] },
    [{ kind: 'json', mimeType: 'application/json' }],
  ],
  ['inspect_asset', {}, [{ kind: 'json' }]],
  ['map_assets_for_model', { model_id: 'seedance2' }, [{ kind: 'json' }]],
  ['validate_asset_references', { model_id: 'seedance2', prompt: '@Image1' }, [{ kind: 'json' }]],
];

test.each(CASES)('%s with %j', async (toolName, args, artifacts) => {
  await using api = await startApi();
  const record = await api.run([{ id: 'only', toolName, arguments: args }], { media_references: MEDIA });
  expect(record.steps[0]?.error).toBeUndefined();
  expect(record.status).toBe('completed');
  expect(record.artifacts).toHaveLength(artifacts.length);
  artifacts.forEach((expected, index) => {
    expect(record.artifacts[index]).toMatchObject(expected);
  });
  for (const { url, mimeType } of record.artifacts) {
    expect((await fetch(url)).headers.get('content-type')).toBe(mimeType);
  }
});

test('the cases above leave out no tool that can be a step', () => {
  const tried = new Set([...CASES.map(([tool]) => tool), 'label_asset']);
  const steps = Object.values(HOSTED_TOOLS).filter(({ durable, group }) => durable || group === 'generation');
  expect(steps.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});

const FAILURES: [tool: string, args: Record<string, unknown>, code: string, hint: string][] = [
  ['edit_image', { prompt: 'x' }, 'USER_INPUT_INCOMPLETE', 'needs an image'],
  ['edit_image', { prompt: 'x', sourceImageIndex: -4 }, 'ASSET_NOT_FOUND', 'sourceImageIndex is -4'],
  [
    'generate_video',
    { prompt: 'x', referenceImageIndices: [0] },
    'ASSET_NOT_FOUND',
    'referenceImageIndices is 0',
  ],
  ['extend_video', { duration: 5 }, 'USER_INPUT_INCOMPLETE', 'needs a video'],
  ['sound_to_video', { prompt: 'x' }, 'USER_INPUT_INCOMPLETE', 'needs an audio'],
  [
    'sound_to_video',
    { prompt: 'x', reference_audio_url: 'https://a.example/a.wav', audioStart: 10 },
    'PARAMETER_INVALID',
    'ends at 10 s',
  ],
  [
    'video_to_video',
    { prompt: 'x', reference_video_url: 'https://a.example/a.mp4', controlMode: 'pose' },
    'USER_INPUT_INCOMPLETE',
    'image',
  ],
  [
    'replace_video_segment',
    { startSeconds: 3, endSeconds: 3, reference_video_url: 'https://a.example/a.mp4' },
    'PARAMETER_INVALID',
    'insertion',
  ],
  ['generate_speech', { prompt: 'x', model: 'clone' }, 'USER_INPUT_INCOMPLETE', 'audio'],
  ['inspect_asset', { user_label: 'Fox' }, 'ASSET_NOT_FOUND', '"Fox"'],
  ['label_asset', { asset_id: 'a1' }, 'ASSET_NOT_FOUND', '"a1"'],
];

test.each(FAILURES)('%s with %j fails with %s', async (toolName, args, code, hint) => {
  await using api = await startApi();
  const record = await api.run([{ id: 'only', toolName, arguments: args }]);
  expect(record.status).toBe('failed');
  expect(record.steps[0]?.error).toEqual({ code, message: expect.stringContaining(hint) });
  expect(api.emulator.store.debits(record.workflowId)).toEqual([]);
});

test('subtitles take either cues or an SRT text', async () => {
  await using api = await startApi();
  const media = { media_references: MEDIA };
  for (const args of [{}, { cues: CUES, srt: '1\n00:00:00,000 --> 00:00:01,000\nHi' }]) {
    const record = await api.run([{ id: 'only', toolName: 'add_subtitles', arguments: args }], media);
    expect(record.steps[0]?.error).toMatchObject({ code: 'USER_INPUT_INCOMPLETE' });
  }
});

test('a manifest goes from step to step', async () => {
  await using api = await startApi();
  const steps: WorkflowStepInput[] = [
    {
      id: 'create',
      toolName: 'create_asset_manifest',
      arguments: {
        assets: [
          { user_label: 'Fox', type: 'image', asset_id: 'a1' },
          { user_label: 'Song', type: 'audio' },
        ],
      },
    },
    {
      id: 'label',
      toolName: 'label_asset',
      arguments: { asset_id: 'a1', user_label: 'Red fox', description: 'A fox' },
    },
    { id: 'look', toolName: 'inspect_asset', arguments: { user_label: 'red FOX' } },
    { id: 'map', toolName: 'map_assets_for_model', arguments: { model_id: 'ltx23' } },
    {
      id: 'check',
      toolName: 'validate_asset_references',
      arguments: { model_id: 'seedance2', prompt: '@Image1 and @Image2' },
    },
  ];
  const record = await api.run(steps);
  expect(record.status).toBe('completed');
  expect(record.steps[2]?.result).toMatchObject({
    asset: { asset_id: 'a1', user_label: 'Red fox', description: 'A fox', index: 1 },
  });
  expect(record.steps[3]?.result).toMatchObject({
    mappings: [{ model_ref: 'context_image_0' }, { asset_id: 'audio_1', model_ref: 'context_audio_0' }],
  });
  expect(record.steps[4]?.result).toMatchObject({ valid: false, dangling: ['@Image2'], unused: ['audio_1'] });
});

test('results are numbered per kind in the order they are finished', async () => {
  await using api = await startApi();
  const record = await api.run([
    {
      id: 'a',
      toolName: 'generate_image',
      arguments: { prompt: 'a', width: 512, height: 512, numberOfVariations: 2 },
    },
    { id: 'b', toolName: 'generate_video', arguments: { prompt: 'b' } },
    { id: 'c', toolName: 'generate_image', arguments: { prompt: 'c', width: 256, height: 128 } },
    { id: 'd', toolName: 'edit_image', arguments: { prompt: 'd', sourceImageIndex: 2 } },
    { id: 'e', toolName: 'extend_video', arguments: { duration: 2, videoIndex: 0 } },
  ]);
  expect(record.status).toBe('completed');
  expect(record.steps[3]?.artifacts[0]).toMatchObject({ width: 256, height: 128 });
  expect(record.steps[4]?.artifacts[0]).toMatchObject({ duration: 7 });
});
