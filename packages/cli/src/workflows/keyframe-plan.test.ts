import { planIssues } from '@sogni/intelligence-client/workflows';
import { expect, test } from 'vitest';
import { keyframePlan } from './keyframe-plan.ts';

const DEPENDENCY = {
  sourceStepId: 'keyframe',
  sourceArtifactIndex: 0,
  targetArgument: 'referenceImageIndices',
  mediaType: 'image',
  transform: 'image_index',
  required: true,
};

test('sends every default', () => {
  const plan = keyframePlan({ prompt: 'a robot', seed: 7 });
  expect(plan).toEqual({
    title: 'Generated keyframe to video',
    steps: [
      {
        id: 'keyframe',
        toolName: 'generate_image',
        arguments: {
          prompt: 'a robot',
          width: 512,
          height: 512,
          model: 'z_image_turbo_bf16',
          numberOfVariations: 1,
          seed: 7,
        },
      },
      {
        id: 'clip',
        toolName: 'generate_video',
        arguments: { prompt: 'a robot', width: 512, height: 512, duration: 5, numberOfVariations: 1 },
        dependsOn: [DEPENDENCY],
      },
    ],
  });
  expect(planIssues(plan)).toEqual([]);
});

test('sends every option where it belongs', () => {
  const { title, steps } = keyframePlan({
    prompt: 'a robot',
    title: 'Robots',
    'video-prompt': 'it waves',
    'negative-prompt': 'fog',
    width: 1024,
    height: 576,
    model: 'gpt-image-2',
    'video-model': 'ltx23',
    count: 2,
    seed: 0,
    duration: 8,
    'generate-audio': false,
    'expand-prompt': true,
  });
  const size = { width: 1024, height: 576, numberOfVariations: 2, negativePrompt: 'fog' };
  expect(title).toBe('Robots');
  expect(steps[0]?.arguments).toEqual({ prompt: 'a robot', model: 'gpt-image-2', seed: 0, ...size });
  expect(steps[1]?.arguments).toEqual({
    prompt: 'it waves',
    duration: 8,
    videoModel: 'ltx23',
    generateAudio: false,
    expandPrompt: true,
    ...size,
  });
});

test('the same command has the same seed, another one another', () => {
  const seedOf = (prompt: string, width?: number) => keyframePlan({ prompt, width }).steps[0]?.arguments.seed;
  expect(seedOf('a robot')).toBe(seedOf('a robot'));
  expect(seedOf('a robot')).not.toBe(seedOf('a robot!'));
  expect(seedOf('a robot')).not.toBe(seedOf('a robot', 640));
  expect(seedOf('a robot')).toSatisfy((seed) => Number.isInteger(seed) && Number(seed) >= 0);
});
