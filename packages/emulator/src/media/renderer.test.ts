import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { createRenderer, type RendererOptions } from './renderer.ts';

const image = { kind: 'image', format: 'png', width: 40, height: 30, prompt: 'p', seed: 1 } as const;
const video = {
  kind: 'video',
  width: 32,
  height: 32,
  durationSeconds: 0.2,
  fps: 10,
  prompt: 'p',
  seed: 1,
  audio: true,
} as const;
const audio = { kind: 'audio', format: 'mp3', durationSeconds: 0.1, prompt: 'p', seed: 1 } as const;
const model = { kind: 'model', prompt: 'p', seed: 1 } as const;

const folder = mkdtempSync(join(tmpdir(), 'renderer-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that behaves like ffmpeg as far as the renderer sees, and notes where and how it ran. */
function writeProgram(name: string, exitCode: number): { path: string; log: string } {
  const path = join(folder, name);
  const log = join(folder, `${name}.log`);
  writeFileSync(
    path,
    `#!${process.execPath}
const fs = require('node:fs');
const args = process.argv.slice(2);
if (args[0] !== '-version') {
  const inputs = args.filter((_, index) => args[index - 1] === '-i').map((file) => fs.readFileSync(file, 'latin1').length);
  fs.writeFileSync(${JSON.stringify(log)}, JSON.stringify({ folder: process.cwd(), inputs, args }));
  if (${exitCode} === 0) fs.writeFileSync(args.at(-1), 'converted');
  process.exit(${exitCode});
}
`,
  );
  chmodSync(path, 0o755);
  return { path, log };
}

function start(options: RendererOptions) {
  const renderer = createRenderer(options);
  onTestFinished(() => renderer.close());
  return renderer;
}

test('gives the same bytes for the same request, in another renderer and in any order', async () => {
  const [one, two] = [start({ ffmpegPath: false }), start({ ffmpegPath: false })];
  const requests = [image, video, audio, model, { ...image, format: 'jpg' } as const];
  const first = await Promise.all(requests.map((request) => one.render(request)));
  const second = await Promise.all(requests.toReversed().map((request) => two.render(request)));
  expect(first).toEqual(second.toReversed());
  expect(first.map(({ extension }) => extension)).toEqual(['png', 'mp4', 'wav', 'glb', 'jpg']);
  for (const { bytes, sizeBytes } of first) expect(bytes.length).toBe(sizeBytes);
});

test('lets ffmpeg convert audio, and tells the type of the result', async () => {
  const { path, log } = writeProgram('good-audio', 0);
  const media = await start({ ffmpegPath: path }).render(audio);
  expect(Buffer.from(media.bytes).toString()).toBe('converted');
  expect(media).toMatchObject({
    mimeType: 'audio/mpeg',
    extension: 'mp3',
    durationSeconds: 0.1,
    sizeBytes: 9,
  });
  const run = JSON.parse(readFileSync(log, 'utf8'));
  expect(run.inputs).toEqual([44 + 4410 * 2]);
  expect(existsSync(run.folder)).toBe(false);
});

test('lets ffmpeg add sound to a video', async () => {
  const { path, log } = writeProgram('good-video', 0);
  const renderer = start({ ffmpegPath: path });
  const silent = await renderer.render({ ...video, audio: false });
  expect(existsSync(log)).toBe(false);
  const media = await renderer.render(video);
  expect(media).toEqual({ ...silent, bytes: new Uint8Array(Buffer.from('converted')), sizeBytes: 9 });
  const run = JSON.parse(readFileSync(log, 'utf8'));
  expect(run.inputs).toEqual([silent.sizeBytes, 44 + 8820 * 2]);
  expect(existsSync(run.folder)).toBe(false);
});

test('gives a silent video and a WAV when ffmpeg fails, and leaves nothing behind', async () => {
  const { path, log } = writeProgram('bad', 1);
  const renderer = start({ ffmpegPath: path });
  expect(await renderer.render(video)).toEqual(await renderer.render({ ...video, audio: false }));
  expect(await renderer.render(audio)).toMatchObject({ mimeType: 'audio/wav', extension: 'wav' });
  expect(existsSync(JSON.parse(readFileSync(log, 'utf8')).folder)).toBe(false);
});

test('gives a silent video and a WAV when there is no ffmpeg', async () => {
  const renderer = start({ ffmpegPath: join(folder, 'nowhere') });
  expect(await renderer.render(video)).toEqual(await renderer.render({ ...video, audio: false }));
  expect(await renderer.render({ ...audio, format: 'flac' })).toMatchObject({
    mimeType: 'audio/wav',
    extension: 'wav',
  });
});

test('refuses a request outside the limits and goes on with the next', async () => {
  const renderer = start({});
  await expect(renderer.render({ ...image, width: 16_000 })).rejects.toThrow('outside the limits');
  expect((await renderer.render(image)).width).toBe(40);
});

test('rejects what runs and what waits when it is closed, and everything after', async () => {
  const renderer = createRenderer({ ffmpegPath: false });
  const long = { ...video, width: 1920, height: 1920, durationSeconds: 60 };
  const results = Promise.allSettled([renderer.render(long), renderer.render(image)]);
  // The first request is on its way to the worker now.
  await setImmediate();
  await renderer.close();
  const reasons = (await results).map((result) =>
    result.status === 'rejected' ? result.reason.message : '',
  );
  expect(reasons).toEqual([
    'The renderer was closed while it rendered the video of 1920×1920 with seed 1.',
    'The renderer is closed; create a new one to render.',
  ]);
  await expect(renderer.render(image)).rejects.toThrow('The renderer is closed');
  await renderer.close();
});
