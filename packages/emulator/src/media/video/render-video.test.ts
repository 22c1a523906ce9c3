import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFramePainter } from './frame-painter.ts';
import { planVideo } from './plan-video.ts';
import { renderVideo } from './render-video.ts';

const request = {
  kind: 'video',
  width: 97,
  height: 64,
  durationSeconds: 1.02,
  fps: 23.976,
  prompt: 'a störm',
  seed: 3,
  audio: false,
} as const;
const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'stbl'];

/** Bodies by type, of every box at any depth. */
function walk(file: Buffer, boxes = new Map<string, Buffer>()): Map<string, Buffer> {
  let at = 0;
  while (at < file.length) {
    const size = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + size);
    expect(body.length).toBe(size - 8);
    boxes.set(type, body);
    if (CONTAINERS.includes(type)) walk(body, boxes);
    at += size;
  }
  return boxes;
}

function words(body: Buffer | undefined): number[] {
  if (!body) throw new Error('box missing');
  return Array.from({ length: body.length >> 2 }, (_, index) => body.readUInt32BE(index * 4));
}

test('has exactly the asked length and rate, and the size rounded down to even', async () => {
  const media = await renderVideo(request);
  expect(media).toMatchObject({
    width: 96,
    height: 64,
    durationSeconds: 1.02,
    mimeType: 'video/mp4',
    extension: 'mp4',
  });
  const boxes = walk(Buffer.from(media.bytes));
  const [, , , timescale = 0, duration = 0] = words(boxes.get('mdhd'));
  expect(duration / timescale).toBeCloseTo(1.02, 4);
  const [, entries, count, delta = 0, lastCount, last = 0] = words(boxes.get('stts'));
  expect([entries, count, lastCount]).toEqual([2, 23, 1]);
  expect(timescale / delta).toBe(23.976);
  expect(23 * delta + last).toBe(duration);
  expect(words(boxes.get('tkhd')).slice(-2)).toEqual([96 * 0x10000, 64 * 0x10000]);
});

test('lists samples that lie where the table says, the first a key frame, and can start before its end is there', async () => {
  const { bytes } = await renderVideo({ ...request, durationSeconds: 5 });
  const file = Buffer.from(bytes);
  const boxes = walk(file);
  expect([...boxes.keys()].slice(0, 2)).toEqual(['ftyp', 'moov']);
  expect([...boxes.keys()].at(-1)).toBe('mdat');
  const [, , sampleCount, ...sizes] = words(boxes.get('stsz'));
  expect([sampleCount, sizes.length]).toEqual([120, 120]);
  const [, , start = 0] = words(boxes.get('stco'));
  const types: number[] = [];
  let at = start;
  for (const size of sizes) {
    const units: number[] = [];
    const end = at + size;
    for (; at < end; at += 4 + file.readUInt32BE(at)) units.push((file[at + 4] ?? 0) & 31);
    expect(at).toBe(end);
    types.push(units.at(-1) ?? 0);
  }
  expect(at).toBe(file.length);
  const [, keyCount, ...keys] = words(boxes.get('stss'));
  expect(keys.length).toBe(keyCount);
  expect(keys).toEqual(types.flatMap((type, index) => (type === 5 ? [index + 1] : [])));
  expect(keys.length).toBeGreaterThan(1);
});

test('gives the same bytes for the same request', async () => {
  const [first, second] = [await renderVideo(request), await renderVideo(request)];
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  const other = await renderVideo({ ...request, seed: 4 });
  expect(Buffer.from(first.bytes).equals(other.bytes)).toBe(false);
});

test('paints every frame differently', () => {
  const plan = planVideo({ ...request, width: 32, height: 32, fps: 60 });
  const painter = createFramePainter(plan, { caption: '', prompt: 'p', details: '' }, 8);
  const frames = new Set<string>();
  for (let index = 0; index < plan.frameCount; index++) {
    frames.add(Buffer.from(painter.paint(index)).toString('latin1'));
  }
  expect(frames.size).toBe(plan.frameCount);
});

test.each([
  [2, 2],
  [18, 300],
])('encodes a video of %i by %i', async (width, height) => {
  const media = await renderVideo({ ...request, width, height, durationSeconds: 0.2 });
  const entry = walk(Buffer.from(media.bytes)).get('stsd');
  expect([entry?.readUInt16BE(40), entry?.readUInt16BE(42)]).toEqual([width, height]);
});

const ffprobe = 'ffprobe';
const ffprobeFound = spawnSync(ffprobe, ['-version']).status === 0;

test.runIf(ffprobeFound)('is clean for ffprobe', async () => {
  const { bytes } = await renderVideo(request);
  const folder = mkdtempSync(join(tmpdir(), 'render-video-'));
  try {
    const path = join(folder, 'video.mp4');
    writeFileSync(path, bytes);
    const probe = spawnSync(ffprobe, [
      '-v',
      'warning',
      '-count_frames',
      '-show_streams',
      '-show_format',
      '-of',
      'json',
      path,
    ]);
    expect(probe.stderr.toString()).toBe('');
    const report = JSON.parse(probe.stdout.toString());
    expect(report.streams[0]).toMatchObject({
      codec_name: 'h264',
      width: 96,
      height: 64,
      nb_read_frames: '24',
      r_frame_rate: '2997/125',
    });
    expect(Number(report.format.duration)).toBeCloseTo(1.02, 3);
    expect(report.format.tags.title).toBe('a störm');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
