import { badRequest } from '../http/api-error.ts';

/**
 * Expands the kind `image_to_video` into its two steps: an image that a video step starts from. Seedance takes the image
 * as a reference, other models as their first frame. Source: contracts 0.
 */
export function expandImageToVideo(input: Record<string, unknown>): Record<string, unknown> {
  const { prompt, title, duration } = input;
  const videoPrompt = input.videoPrompt ?? input.video_prompt ?? prompt;
  const imageModel = input.imageModel ?? input.image_model;
  const videoModel = input.videoModel ?? input.video_model;
  if (typeof prompt !== 'string' || prompt.trim() === '') {
    throw badRequest('kind "image_to_video" needs input.prompt, the text of the image', {
      path: 'input.prompt',
    });
  }
  const seedance = typeof videoModel === 'string' && /^seedance/i.test(videoModel);
  return {
    title: title ?? 'Image to video',
    steps: [
      { id: 'image', toolName: 'generate_image', arguments: defined({ prompt, model: imageModel }) },
      {
        id: 'video',
        toolName: seedance ? 'generate_video' : 'animate_photo',
        arguments: defined({ prompt: videoPrompt, duration, videoModel }),
        dependsOn: [
          {
            sourceStepId: 'image',
            sourceArtifactIndex: 0,
            targetArgument: seedance ? 'referenceImageIndices' : 'sourceImageIndex',
            mediaType: 'image',
            transform: 'image_index',
            required: true,
          },
        ],
      },
    ],
  };
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}
