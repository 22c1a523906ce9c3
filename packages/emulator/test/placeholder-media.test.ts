import { expect, test } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { talkTo } from './api.ts';

test('without a renderer of its own the emulator makes real files', { timeout: 30_000 }, async () => {
  await using emulator = await startEmulator();
  const record = await talkTo(emulator).run([
    { id: 'still', toolName: 'generate_image', arguments: { prompt: 'A fox', width: 64, height: 48 } },
    {
      id: 'clip',
      toolName: 'generate_video',
      arguments: { prompt: 'It runs', width: 64, height: 48, duration: 2, generateAudio: false },
    },
    { id: 'sound', toolName: 'generate_music', arguments: { prompt: 'Drums', duration: 10 } },
  ]);
  expect(record.status).toBe('completed');
  expect(record.artifacts).toMatchObject([
    { mimeType: 'image/png', width: 64, height: 48 },
    { mimeType: 'video/mp4', width: 64, height: 48, duration: 2 },
    { mimeType: 'audio/wav', duration: 10 },
  ]);
  const [png, mp4, wav] = await Promise.all(
    record.artifacts.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  expect(png?.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  expect(png?.readUInt32BE(16)).toBe(64);
  expect(mp4?.toString('latin1', 4, 8)).toBe('ftyp');
  expect(wav?.toString('latin1', 0, 4)).toBe('RIFF');
});

test('a size that follows from the arguments and is too large names the way out', async () => {
  await using emulator = await startEmulator();
  const record = await talkTo(emulator).run([
    { id: 'a', toolName: 'generate_image', arguments: { prompt: 'x', width: 15_000, height: 8000 } },
  ]);
  expect(record.steps[0]?.error).toEqual({
    code: 'PARAMETER_INVALID',
    message: expect.stringContaining('An image of 15000×8000 is outside the limits'),
  });
});
