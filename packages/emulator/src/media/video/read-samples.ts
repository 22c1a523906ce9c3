import { findBox, listBoxes } from './mp4-boxes.ts';

/** The encoded frames of the encoder's file. */
export interface EncodedTrack {
  /** The decoder configuration (`avcC` box), whole. */
  readonly configuration: Buffer;
  /** All samples after one another. */
  readonly data: Buffer;
  readonly sampleSizes: readonly number[];
  /** Numbers of the key frames, the first sample is 1. */
  readonly keyFrames: readonly number[];
}

/** Bytes of a visual sample entry before its inner boxes (ISO/IEC 14496-12 12.1.3). */
const SAMPLE_ENTRY_HEAD = 78;
const KEY_FRAME_UNIT = 5;

/** Takes the samples out of a file with one H.264 track whose samples lie without gaps, as the encoder writes it. */
export function readSamples(file: Buffer): EncodedTrack {
  const table = findBox(file, 'moov', 'trak', 'mdia', 'minf', 'stbl').body;
  const entry = findBox(findBox(table, 'stsd').body.subarray(8), 'avc1').body;
  const sampleSizes = readSizes(findBox(table, 'stsz').body);
  const start = findBox(table, 'stco').body.readUInt32BE(8);
  const total = sampleSizes.reduce((sum, size) => sum + size, 0);
  const data = file.subarray(start, start + total);
  const keyFrames: number[] = [];
  let offset = 0;
  sampleSizes.forEach((size, index) => {
    if (hasKeyFrame(data.subarray(offset, offset + size))) keyFrames.push(index + 1);
    offset += size;
  });
  const configuration = listBoxes(entry.subarray(SAMPLE_ENTRY_HEAD)).find(({ type }) => type === 'avcC');
  if (!configuration || data.length !== total || keyFrames[0] !== 1) {
    throw new Error("The encoder's MP4 file has no complete H.264 track.");
  }
  return { configuration: configuration.bytes, data, sampleSizes, keyFrames };
}

function readSizes(body: Buffer): number[] {
  const uniform = body.readUInt32BE(4);
  const count = body.readUInt32BE(8);
  return Array.from({ length: count }, (_, index) => uniform || body.readUInt32BE(12 + index * 4));
}

/** A sample is a list of units with a four-byte length each; the lowest five bits of a unit tell its type. */
function hasKeyFrame(sample: Buffer): boolean {
  for (let start = 0; start + 4 < sample.length; start += 4 + sample.readUInt32BE(start)) {
    if (((sample[start + 4] ?? 0) & 31) === KEY_FRAME_UNIT) return true;
  }
  return false;
}
