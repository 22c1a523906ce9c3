import type { StepDependency, WorkflowStepInput } from '@sogni/intelligence-client/workflows';
import { expect, test } from 'vitest';
import { startApi } from './api.ts';

const MEDIA = [
  { id: 'leaf', kind: 'image', url: 'https://files.example/leaf.png' },
  { id: 'stone', kind: 'image', url: 'https://files.example/stone.png' },
  { id: 'song', kind: 'audio', url: 'https://files.example/song.wav', duration_seconds: 20 },
];

const SOURCES: WorkflowStepInput[] = [
  { id: 'image', toolName: 'generate_image', arguments: { prompt: 'A fox', numberOfVariations: 2 } },
  { id: 'video', toolName: 'generate_video', arguments: { prompt: 'It runs. It stops.', duration: 6 } },
  { id: 'audio', toolName: 'generate_music', arguments: { prompt: 'Drums', duration: 10 } },
  {
    id: 'words',
    toolName: 'ask_clarifying_question',
    arguments: { question: '1\n00:00:00,500 --> 00:00:02,000\nHello' },
  },
];

/** Runs the sources and one step that depends on them, and returns its resolved arguments. */
async function resolved(toolName: string, args: Record<string, unknown>, ...dependsOn: StepDependency[]) {
  await using api = await startApi();
  const record = await api.run([...SOURCES, { id: 'target', toolName, arguments: args, dependsOn }], {
    media_references: MEDIA,
  });
  const step = record.steps[4];
  return { record, step, args: step?.arguments ?? {}, media: `${api.emulator.url}/_media/out/` };
}

test('image_index, video_index and audio_index are positions in their kind', async () => {
  const { args, step } = await resolved(
    'generate_video',
    { prompt: 'x' },
    {
      sourceStepId: 'image',
      sourceArtifactIndex: 1,
      targetArgument: 'referenceImageIndices',
      transform: 'image_index',
    },
    {
      sourceStepId: '$input_media',
      sourceArtifactIndex: 1,
      targetArgument: 'reference_image_indices',
      transform: 'image_index',
    },
    { sourceStepId: 'video', targetArgument: 'referenceVideoIndices', transform: 'video_index' },
    { sourceStepId: '$input_media', targetArgument: 'referenceAudioIndices', transform: 'audio_index' },
  );
  expect(step?.error).toBeUndefined();
  expect(args).toMatchObject({
    referenceImageIndices: [1, -2],
    referenceVideoIndices: [0],
    referenceAudioIndices: [-1],
  });
});

test('list arguments append to what is given, others are overwritten', async () => {
  const { args } = await resolved(
    'generate_video',
    { prompt: 'x', referenceImageIndices: [1], reference_image_url: 'https://files.example/old.png' },
    { sourceStepId: 'image', targetArgument: 'referenceImageIndices', transform: 'image_index' },
    { sourceStepId: '$input_media', targetArgument: 'reference_image_url', transform: 'image_url' },
  );
  expect(args).toMatchObject({
    referenceImageIndices: [1, 0],
    reference_image_url: 'https://files.example/leaf.png',
  });
});

test('artifact_url, image_url, video_url and audio_url are URLs of the files', async () => {
  const { args, record } = await resolved(
    'generate_video',
    { prompt: 'x' },
    { sourceStepId: 'image', targetArgument: 'reference_image_url', transform: 'image_url' },
    {
      sourceStepId: 'image',
      targetArgument: 'reference_image_end_url',
      sourceArtifactId: 'art_image_1',
      transform: 'artifact_url',
    },
    { sourceStepId: 'video', targetArgument: 'reference_video_urls', transform: 'video_url' },
    { sourceStepId: 'audio', targetArgument: 'referenceAudioUrl', transform: 'audio_url' },
  );
  const [first, second, video, audio] = record.artifacts.map(({ url }) => url);
  expect(args).toMatchObject({
    reference_image_url: first,
    reference_image_end_url: second,
    reference_video_urls: [video],
    reference_audio_url: audio,
  });
});

test('artifact_data_uri holds the file itself', async () => {
  const { args } = await resolved(
    'edit_image',
    { prompt: 'x' },
    { sourceStepId: 'image', targetArgument: 'mask_image_url', transform: 'artifact_data_uri' },
  );
  const [head, data] = String(args.mask_image_url).split(',');
  expect(head).toBe('data:image/png;base64');
  expect(JSON.parse(Buffer.from(String(data), 'base64').toString())).toMatchObject({
    kind: 'image',
    prompt: 'A fox',
  });
});

test('subtitle_cues spreads the sentences of a clip over its length', async () => {
  const { args, record } = await resolved(
    'add_subtitles',
    { sourceVideoIndex: 0 },
    { sourceStepId: 'video', targetArgument: 'cues', transform: 'subtitle_cues' },
  );
  expect(record.status).toBe('completed');
  expect(args.cues).toEqual([
    { startSeconds: 0, endSeconds: 3, text: 'It runs.' },
    { startSeconds: 3, endSeconds: 6, text: 'It stops.' },
  ]);
});

test('subtitle_srt keeps the times of a text that has them', async () => {
  const { args, record } = await resolved(
    'add_subtitles',
    { sourceVideoIndex: 0 },
    { sourceStepId: 'words', targetArgument: 'srt', transform: 'subtitle_srt' },
  );
  expect(record.status).toBe('completed');
  expect(args.srt).toBe('1\n00:00:00,500 --> 00:00:02,000\nHello\n');
});

test('overlay_items makes overlays of images and of texts', async () => {
  const { args, record } = await resolved(
    'overlay_video',
    { sourceVideoIndex: 0 },
    { sourceStepId: 'image', targetArgument: 'overlays', transform: 'overlay_items' },
    { sourceStepId: 'words', targetArgument: 'overlays', transform: 'overlay_items' },
  );
  expect(record.status).toBe('completed');
  expect(args.overlays).toEqual([
    { kind: 'image', position: 'bottom-right', sourceImageIndex: 0 },
    { kind: 'text', position: 'bottom-center', text: expect.stringContaining('Hello') },
  ]);
});

test('asset_ref is an entry for a manifest, or the id of the asset', async () => {
  const { record, args } = await resolved(
    'create_asset_manifest',
    { assets: [] },
    { sourceStepId: 'image', targetArgument: 'assets', transform: 'asset_ref' },
  );
  expect(record.status).toBe('completed');
  expect(args.assets).toEqual([
    { asset_id: 'art_image_0', user_label: 'A fox', type: 'image', url: record.artifacts[0]?.url },
  ]);
  const single = await resolved(
    'inspect_asset',
    {},
    { sourceStepId: 'image', targetArgument: 'asset_id', transform: 'asset_ref' },
  );
  expect(single.args.asset_id).toBe('art_image_0');
});

test('without a transform the name of the argument decides', async () => {
  const { args, record } = await resolved(
    'sound_to_video',
    { prompt: 'x' },
    { sourceStepId: 'audio', targetArgument: 'audioSourceIndex' },
    { sourceStepId: 'image', targetArgument: 'reference_image_url' },
  );
  expect(args).toMatchObject({ audioSourceIndex: 0, reference_image_url: record.artifacts[0]?.url });
});

test('mediaType narrows the choice before the index counts', async () => {
  await using api = await startApi();
  const record = await api.run(
    [
      {
        id: 'a',
        toolName: 'sound_to_video',
        arguments: { prompt: 'x' },
        dependsOn: [
          {
            sourceStepId: '$input_media',
            sourceArtifactIndex: 0,
            mediaType: 'audio',
            targetArgument: 'reference_audio_url',
            transform: 'artifact_url',
          },
        ],
      },
    ],
    { media_references: MEDIA },
  );
  expect(record.steps[0]?.arguments.reference_audio_url).toBe('https://files.example/song.wav');
});

test('a missing artifact fails the step when it is required, and is left out otherwise', async () => {
  const missing = {
    sourceStepId: 'image',
    sourceArtifactIndex: 7,
    targetArgument: 'referenceImageIndices',
    transform: 'image_index' as const,
  };
  const strict = await resolved('generate_video', { prompt: 'x' }, { ...missing, required: true });
  expect(strict.step?.error).toMatchObject({
    code: 'ASSET_NOT_FOUND',
    message: expect.stringContaining('"image"'),
  });
  const lenient = await resolved('generate_video', { prompt: 'x' }, missing);
  expect(lenient.step?.status).toBe('completed');
  expect(lenient.args).not.toHaveProperty('referenceImageIndices');
});

test('arguments are checked again once they are filled in', async () => {
  const { step } = await resolved(
    'stitch_video',
    {},
    { sourceStepId: 'video', targetArgument: 'videoIndices', transform: 'video_index' },
  );
  expect(step?.error).toMatchObject({
    code: 'PARAMETER_INVALID',
    message: expect.stringContaining('videoIndices'),
  });
});

test('uploads without an id are numbered as they stand in the list, files from elsewhere go by their URL', async () => {
  await using api = await startApi();
  const url = 'https://files.example/';
  const media_references = [
    { kind: 'audio', url: `${url}a.wav` },
    { kind: 'image', url: `${url}b.png` },
  ];
  const edit = (args: object) => ({ toolName: 'edit_image', arguments: { prompt: 'x', ...args } });
  const record = await api.run([edit({ sourceImageIndex: -1 }), edit({ source_image_url: `${url}c.png` })], {
    media_references,
  });
  const sources = record.artifacts.map(({ metadata }) => metadata?.sourceArtifactId);
  expect(sources).toEqual(['media_ref_2', `${url}c.png`]);
});
