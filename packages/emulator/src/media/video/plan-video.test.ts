import { expect, test } from 'vitest';
import { planVideo } from './plan-video.ts';

const request = {
  kind: 'video',
  width: 640,
  height: 360,
  durationSeconds: 5,
  fps: 24,
  prompt: '',
  seed: 1,
  audio: false,
} as const;

test('keeps size, rate and length of an ordinary request', () => {
  expect(planVideo(request)).toEqual({
    width: 640,
    height: 360,
    fps: 24,
    frameCount: 120,
    durationSeconds: 5,
  });
});

test('rounds odd sides down and keeps rates with a fraction', () => {
  const plan = planVideo({ ...request, width: 641, height: 361, fps: 29.97, durationSeconds: 2.02 });
  expect(plan).toEqual({ width: 640, height: 360, fps: 29.97, frameCount: 61, durationSeconds: 2.02 });
});

test('encodes no more frames for an hour than for a minute', () => {
  const plan = planVideo({ ...request, durationSeconds: 3600 });
  expect(plan).toMatchObject({ fps: 0.4, frameCount: 1440, durationSeconds: 3600 });
});

test('lowers the rate of a picture larger than 1920 by 1920', () => {
  expect(planVideo({ ...request, width: 1920, height: 1920 }).fps).toBe(24);
  expect(planVideo({ ...request, width: 3840, height: 1920 }).fps).toBe(12);
});

test('has at least one frame', () => {
  expect(planVideo({ ...request, durationSeconds: 0.001 }).frameCount).toBe(1);
});
