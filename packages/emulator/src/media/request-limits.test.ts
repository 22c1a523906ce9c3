import { expect, test } from 'vitest';
import type { MediaRequest } from './media-request.ts';
import { checkRequest } from './request-limits.ts';

const image = { kind: 'image', format: 'png', width: 64, height: 64, prompt: '', seed: 1 } as const;
const video = {
  kind: 'video',
  width: 64,
  height: 64,
  durationSeconds: 1,
  fps: 24,
  prompt: '',
  seed: 1,
  audio: false,
} as const;
const audio = { kind: 'audio', format: 'wav', durationSeconds: 1, prompt: '', seed: 1 } as const;

test.each<[MediaRequest, string]>([
  [{ ...image, width: 15_361 }, 'The image width 15361'],
  [{ ...image, height: 0 }, 'The image height 0'],
  [{ ...image, height: 10.5 }, 'The image height 10.5'],
  [{ ...image, width: 8000, height: 8000 }, 'An image of 8000×8000'],
  [{ ...video, width: 4098 }, 'The video width 4098'],
  [{ ...video, height: 1 }, 'The video height 1'],
  [{ ...video, durationSeconds: 0 }, 'The video length in seconds 0'],
  [{ ...video, durationSeconds: Number.NaN }, 'The video length in seconds NaN'],
  [{ ...video, fps: 121 }, 'The frame rate 121'],
  [{ ...audio, durationSeconds: 701 }, 'The audio length in seconds 701'],
  [{ ...audio, durationSeconds: -1 }, 'The audio length in seconds -1'],
])('refuses what is outside the limits: %j', (request, subject) => {
  expect(() => checkRequest(request)).toThrow(
    `${subject} is outside the limits of the placeholder renderer; `,
  );
});

test.each<MediaRequest>([
  image,
  { ...image, width: 8192, height: 6103 },
  { ...video, width: 4096, height: 4096 },
  { ...video, durationSeconds: 3600 },
  { ...audio, durationSeconds: 700 },
  { kind: 'model', prompt: '', seed: 1 },
])('accepts what is within the limits: %j', (request) => {
  expect(() => checkRequest(request)).not.toThrow();
});
