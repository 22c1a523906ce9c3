import type { StepDependency, WorkflowInput } from '@sogni/intelligence-client';
import { promptSeed } from './prompt-seed.ts';

/** What the built-in plan is made from; see `PLAN_OPTIONS` for the defaults. */
export interface KeyframeOptions {
  prompt: string;
  title?: string | undefined;
  'video-prompt'?: string | undefined;
  'negative-prompt'?: string | undefined;
  width?: number | undefined;
  height?: number | undefined;
  model?: string | undefined;
  'video-model'?: string | undefined;
  count?: number | undefined;
  seed?: number | undefined;
  duration?: number | undefined;
  'generate-audio'?: boolean | undefined;
  'expand-prompt'?: boolean | undefined;
}

/** Hands the first image over to the video. */
const FIRST_IMAGE: StepDependency = {
  sourceStepId: 'keyframe',
  sourceArtifactIndex: 0,
  targetArgument: 'referenceImageIndices',
  mediaType: 'image',
  transform: 'image_index',
  required: true,
};

/** The built-in plan: an image from the prompt, and a video that starts from it. Source: cli 6.6. */
export function keyframePlan(options: KeyframeOptions): WorkflowInput {
  const {
    prompt,
    title = 'Generated keyframe to video',
    'video-prompt': videoPrompt = prompt,
    'negative-prompt': negativePrompt,
    width = 512,
    height = 512,
    model = 'z_image_turbo_bf16',
    'video-model': videoModel,
    count: numberOfVariations = 1,
    duration = 5,
    'generate-audio': generateAudio,
    'expand-prompt': expandPrompt,
  } = options;
  const picture = { prompt, ...present({ negativePrompt }), width, height, model, numberOfVariations };
  const clip = {
    prompt: videoPrompt,
    ...present({ negativePrompt }),
    width,
    height,
    duration,
    ...present({ videoModel }),
    numberOfVariations,
    ...present({ generateAudio, expandPrompt }),
  };
  const seed = options.seed ?? promptSeed({ picture, clip });
  return {
    title,
    steps: [
      { id: 'keyframe', toolName: 'generate_image', arguments: { ...picture, seed } },
      { id: 'clip', toolName: 'generate_video', arguments: clip, dependsOn: [FIRST_IMAGE] },
    ],
  };
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
