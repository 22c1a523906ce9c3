import { expect, test } from 'vitest';
import type { Artifact } from '../workflows/types.ts';
import { artifactNames } from './artifact-name.ts';

const URL_PNG = 'https://storage.test/out/a.png';

/** The name of one artifact. */
function nameOf(artifact: Partial<Artifact>, title?: string): string | undefined {
  return artifactNames([{ url: URL_PNG, ...artifact }], title)[0];
}

test('a name is made of title, step and type', () => {
  expect(nameOf({ stepId: 'keyframe', mimeType: 'image/jpeg' }, 'Fox, in ink!')).toBe(
    'fox-in-ink-keyframe.jpg',
  );
  expect(nameOf({ stepId: 'clip' })).toBe('clip.png');
  expect(nameOf({}, 'Fox')).toBe('fox.png');
  expect(nameOf({})).toBe('artifact.png');
});

test.each([
  ['Café Señor Ærø', 'café-señor-ærø.png'],
  ['Cafe\u0301', 'café.png'],
  ['狐狸 と 水墨', '狐狸-と-水墨.png'],
  ['हिन्दी', 'हिन्दी.png'],
  ['👩‍🎨🦊', 'artifact.png'],
  ['ﬁlm №５', 'film-no5.png'],
])('the title %s becomes %s', (title, name) => {
  expect(nameOf({}, title)).toBe(name);
});

test.each([
  '../../etc/passwd',
  '..\\..\\windows',
  '/etc/passwd',
  'C:\\x',
  '.hidden',
  '-rf',
  '‥/‥/x',
  'a\0b',
  'a\nb',
  'x\u202egnp.exe',
  '%2e%2e%2f',
  '~/x',
  '$(x)`y`',
])('nothing of %j leaves the folder, hides, or controls a terminal', (text) => {
  for (const name of artifactNames([{ url: text, stepId: text }], text)) {
    expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*\.[a-z0-9]+$/u);
  }
});

test.each(['con', 'NUL', 'Com1', 'lpt9', 'COM¹', 'ℂON'])('%s is a device on Windows and no name', (title) => {
  expect(nameOf({}, title)).toMatch(/^artifact-(con|nul|com1|lpt9)\.png$/);
});

test('several of one step are numbered, whatever the names are', () => {
  const artifacts = ['a', 'A', 'a-2', 'a'].map((stepId) => ({ url: URL_PNG, stepId }));
  const names = artifactNames(artifacts, undefined);
  expect(names).toEqual(['a.png', 'a-2.png', 'a-2-2.png', 'a-3.png']);
});

test('long titles of any script stay within what a file system takes, and no character is cut', () => {
  for (const letter of ['x', '狐', '𝒳', 'é']) {
    const [name = ''] = artifactNames([{ url: URL_PNG, stepId: letter.repeat(400) }], letter.repeat(400));
    expect(new TextEncoder().encode(name).byteLength).toBeLessThan(230);
    expect(name.isWellFormed()).toBe(true);
    expect(name.length).toBeGreaterThan(20);
  }
});

test('the type decides on the extension, then the address, then the kind', () => {
  expect(nameOf({ mimeType: 'Video/MP4; codecs="avc1"' })).toBe('artifact.mp4');
  expect(nameOf({ mimeType: 'application/x-unknown' })).toBe('artifact.png');
  expect(nameOf({ url: 'https://storage.test/a.WAV?X-Amz-Signature=b.mp4#c.png' })).toBe('artifact.wav');
  expect(nameOf({ url: 'https://storage.test/a', kind: 'model' })).toBe('artifact.glb');
  expect(nameOf({ url: 'https://storage.test/a', mediaType: 'video' })).toBe('artifact.mp4');
  expect(nameOf({ url: 'https://storage.test/a' })).toBe('artifact.bin');
});

test.each(['exe', 'html', 'sh', 'lnk', 'php'])('an address cannot bring the extension %s', (extension) => {
  expect(nameOf({ url: `https://storage.test/a.${extension}`, kind: 'image' })).toBe('artifact.png');
});

test.each(['constructor', '__proto__', 'toString'])('the type %s is an unknown one', (word) => {
  expect(nameOf({ url: 'https://storage.test/a', mimeType: word, kind: word, mediaType: word })).toBe(
    'artifact.bin',
  );
});

test('fields of a wrong type are left out', () => {
  const odd: Artifact = JSON.parse('{"url":7,"stepId":{"a":1},"mimeType":null}');
  const title: string = JSON.parse('5');
  expect(artifactNames([odd], title)).toEqual(['artifact.bin']);
});
