import { expect, test } from 'vitest';
import { HOSTED_TOOLS, type HostedToolName } from './catalog.ts';
import type { ToolArguments } from './tool-arguments.ts';
import { validateToolArguments } from './validate.ts';

const MINIMAL: { readonly [Name in HostedToolName]: ToolArguments<Name> } = {
  generate_image: { prompt: 'A fox' },
  edit_image: { prompt: 'Add snow' },
  generate_video: { prompt: 'A fox runs' },
  generate_music: { prompt: 'Slow piano' },
  apply_style: { prompt: 'Watercolour' },
  restore_photo: { prompt: 'Remove scratches' },
  refine_result: { prompt: 'Brighter' },
  animate_photo: { prompt: 'Leaves drift' },
  change_angle: { description: 'front view eye-level shot close-up' },
  video_to_video: { prompt: 'Ink drawing' },
  stitch_video: { videoIndices: [0, 1] },
  orbit_video: {},
  dance_montage: { dance: 'chanel' },
  sound_to_video: { prompt: 'She sings' },
  extend_video: { duration: 4 },
  replace_video_segment: { startSeconds: 1, endSeconds: 3 },
  overlay_video: { overlays: [{ kind: 'text', position: 'center', text: 'The end' }] },
  add_subtitles: { srt: '1\n00:00:00,000 --> 00:00:01,000\nHello' },
  analyze_image: { query: 'What is this?' },
  analyze_video: { query: 'Who speaks?' },
  extract_metadata: {},
  enhance_prompt: { prompt: 'A fox' },
  compose_lyrics: { prompt: 'A song of the sea' },
  compose_instrumental: { prompt: 'Strings' },
  compose_script: { brief: 'A teaser' },
  ask_clarifying_question: { question: 'Which one?' },
  finalize_response: { outcome: 'success' },
  create_asset_manifest: { assets: [{ user_label: 'Hero', type: 'image' }] },
  inspect_asset: {},
  label_asset: { asset_id: 'asset_1' },
  map_assets_for_model: { model_id: 'seedance2' },
  validate_asset_references: { model_id: 'seedance2', prompt: '@Image1 runs' },
  compose_workflow: { brief: 'A teaser' },
  compose_workflow_template: { brief: 'A teaser', name: 'Teaser' },
  generate_speech: { prompt: 'Hello' },
  image_to_3d: {},
  upscale_image: {},
  upscale_video: {},
  manage_memory: { action: 'read' },
  resolve_personas: { names: ['Ada'] },
  set_content_filter: { enabled: false },
};

test.each(Object.entries(MINIMAL))('%s accepts its minimal arguments as they are', (tool, args) => {
  expect(validateToolArguments(tool, args)).toEqual({ ok: true, tool, arguments: args, warnings: [] });
});

test.each(Object.values(HOSTED_TOOLS).filter((tool) => tool.parameters.required.length > 0))(
  '$name names every required argument that is not given',
  ({ name, parameters }) => {
    const result = validateToolArguments(name, {});
    expect(result).toMatchObject({
      ok: false,
      issues: parameters.required.map((path) => ({ path, code: 'missing' })),
    });
  },
);

test('a tool outside the catalogue is one issue', () => {
  expect(validateToolArguments('generate_imge', { prompt: 'A fox' })).toEqual({
    ok: false,
    tool: 'generate_imge',
    arguments: {},
    issues: [{ path: '', code: 'unknown_tool', message: expect.stringContaining('"generate_imge"') }],
    warnings: [],
  });
});

test.each([undefined, null, 'prompt', 4, ['A fox'], new Date(0), new Map()])(
  'arguments that are not a plain object are one issue (%s)',
  (args) => {
    expect(validateToolArguments('generate_image', args)).toMatchObject({
      ok: false,
      issues: [{ path: '', code: 'not_an_object' }],
    });
  },
);

test('an object without a prototype is an object', () => {
  const args = Object.assign(Object.create(null), { prompt: 'A fox' });
  expect(validateToolArguments('generate_image', args)).toMatchObject({
    ok: true,
    arguments: { prompt: 'A fox' },
  });
});

test('every problem is named, not only the first', () => {
  const result = validateToolArguments('generate_video', {
    prompt: '',
    duration: 1,
    generateAudio: 'yes',
    sourceAudioPolicy: 'keep',
    loras: [],
    referenceImageIndices: [0, 'one'],
  });
  expect(result.ok ? [] : result.issues.map(({ path, code }) => [path, code])).toEqual([
    ['duration', 'minimum'],
    ['generateAudio', 'type'],
    ['sourceAudioPolicy', 'enum'],
    ['loras', 'min_items'],
    ['referenceImageIndices.1', 'type'],
    ['prompt', 'missing'],
  ]);
});

test.each(['generate_video', 'animate_photo'])(
  '%s refuses the retired outputScale in both spellings',
  (tool) => {
    for (const spelling of ['outputScale', 'output_scale']) {
      expect(validateToolArguments(tool, { prompt: 'A fox', [spelling]: 2 })).toMatchObject({
        ok: false,
        arguments: { prompt: 'A fox' },
        issues: [{ path: spelling, code: 'retired', message: expect.stringContaining('targetResolution') }],
        warnings: [],
      });
    }
  },
);

test('a retired argument that is null is only left out', () => {
  const result = validateToolArguments('sound_to_video', { prompt: 'A fox', smartDuration: null });
  expect(result).toMatchObject({ ok: true, arguments: { prompt: 'A fox' } });
});

test('model selectors that nobody knows pass with a warning', () => {
  for (const [tool, key] of [
    ['generate_image', 'model'],
    ['generate_music', 'model'],
    ['generate_video', 'videoModel'],
    ['extend_video', 'videoModel'],
  ] as const) {
    const args = { ...MINIMAL[tool], [key]: 'next-year-1' };
    expect(validateToolArguments(tool, args)).toMatchObject({
      ok: true,
      arguments: args,
      warnings: [{ path: key, code: 'unlisted_value' }],
    });
  }
});

test('a model selector is still a text', () => {
  expect(validateToolArguments('generate_image', { prompt: 'A fox', model: 3 })).toMatchObject({
    ok: false,
    issues: [{ path: 'model', code: 'type' }],
  });
});

test('every other enum refuses a stranger', () => {
  expect(validateToolArguments('restore_photo', { prompt: 'Clean', quality: 'best' })).toMatchObject({
    ok: false,
    issues: [{ path: 'quality', code: 'enum', message: expect.stringContaining('fast, hq') }],
  });
});

test('gptImageQuality auto is accepted and dropped', () => {
  expect(
    validateToolArguments('generate_image', { prompt: 'A fox', gpt_image_quality: 'auto' }),
  ).toMatchObject({
    ok: true,
    arguments: { prompt: 'A fox' },
    warnings: [{ path: 'gptImageQuality', code: 'ignored_value' }],
  });
});

test('jpeg means jpg', () => {
  const result = validateToolArguments('edit_image', { prompt: 'Add snow', outputFormat: 'jpeg' });
  expect(result).toEqual({
    ok: true,
    tool: 'edit_image',
    arguments: { prompt: 'Add snow', outputFormat: 'jpg' },
    warnings: [],
  });
});

test('the given arguments are not changed', () => {
  const args = Object.freeze({
    prompt: 'A fox',
    model: 'ltx23',
    keyframes: Object.freeze([Object.freeze({ image_index: '0', at_seconds: '1.5' })]),
  });
  expect(validateToolArguments('animate_photo', args, { coerce: true })).toMatchObject({
    ok: true,
    arguments: { prompt: 'A fox', videoModel: 'ltx23', keyframes: [{ imageIndex: 0, atSeconds: 1.5 }] },
  });
});

test('__proto__ and constructor are ordinary unknown keys', () => {
  const args: unknown = JSON.parse(
    '{"prompt":"A fox","__proto__":{"width":9},"constructor":{"prototype":{}}}',
  );
  const result = validateToolArguments('generate_image', args);
  expect(result.warnings.map(({ path, code }) => [path, code])).toEqual([
    ['__proto__', 'unknown_argument'],
    ['constructor', 'unknown_argument'],
  ]);
  expect(Object.getPrototypeOf(result.arguments)).toBe(Object.prototype);
  expect(result.arguments).toEqual({ prompt: 'A fox' });
  expect(result.arguments.width).toBeUndefined();
});

test('a nested __proto__ key pollutes nothing either', () => {
  const args: unknown = JSON.parse(
    '{"overlays":[{"kind":"text","position":"center","__proto__":{"fit":"cover"}}]}',
  );
  const result = validateToolArguments('overlay_video', args);
  expect(result.ok).toBe(true);
  expect(JSON.parse(JSON.stringify(result.arguments))).toEqual(args);
  expect({}).not.toHaveProperty('fit');
});
