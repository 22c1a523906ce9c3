import type { Artifact } from '@sogni/intelligence-client';
import { expect, test } from 'vitest';
import { artifactsFor } from './artifacts-for.ts';

const image: Artifact = { url: 'https://a.example/1', kind: 'image' };
const video: Artifact = { url: 'https://a.example/2', mimeType: 'video/mp4' };
const second: Artifact = { url: 'https://a.example/3', mediaType: 'video' };

test.each([
  ['clip.mp4', false, [image, video], [video]],
  ['KEY.PNG', false, [image, video], [image]],
  ['clip.mp4', false, [image, video, second], [image, video, second]],
  ['clip.mp4', true, [image, video], [image, video]],
  ['out.mp4/', false, [image, video], [image, video]],
  ['song.mp3', false, [image, video], [image, video]],
  ['out', false, [image, video], [image, video]],
  ['anything.bin', false, [video], [video]],
])('%s takes what it is meant for', (path, isFolder, artifacts, expected) => {
  expect(artifactsFor(artifacts, path, isFolder)).toEqual(expected);
});
