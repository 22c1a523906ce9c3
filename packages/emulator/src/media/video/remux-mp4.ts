import { buildBox, buildFullBox, uint16, uint32 } from './mp4-boxes.ts';
import type { VideoPlan } from './plan-video.ts';
import { type EncodedTrack, readSamples } from './read-samples.ts';

/** Units of time in a frame; a second has `fps` times as many, so that rates with a fraction come out exactly. */
const UNITS_PER_FRAME = 1000;
const MATRIX = uint32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
const TRACK_IN_USE = 3;

/**
 * Writes a new MP4 around the frames of the encoder's file.
 *
 * The encoder cuts fractions off the frame rate, marks every frame as a key frame, stamps the time of day and puts the
 * index last. Here the times are exact, players can seek and start before the file is complete, and the same frames
 * give the same bytes.
 *
 * @param title Stored as the QuickTime name tag, which players and ffprobe show.
 */
export function remuxMp4(encoded: Uint8Array, plan: VideoPlan, title: string): Uint8Array {
  const file = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const track = readSamples(file);
  const brands = Buffer.from('isom\0\0\x02\0isomiso2avc1mp41', 'latin1');
  const head = buildBox('ftyp', brands);
  // The index comes first, and its length does not depend on the position it tells.
  const dataStart = head.length + buildMovie(track, plan, title, 0).length + 8;
  return Buffer.concat([head, buildMovie(track, plan, title, dataStart), buildBox('mdat', track.data)]);
}

function buildMovie(track: EncodedTrack, plan: VideoPlan, title: string, dataStart: number): Buffer {
  const timescale = Math.round(plan.fps * UNITS_PER_FRAME);
  const duration = Math.max(1, Math.round(plan.durationSeconds * timescale));
  const created = [0, 0] as const;
  const header = [uint32(0x10000), uint16(0x100, 0), uint32(0, 0), MATRIX, Buffer.alloc(24), uint32(2)];
  return buildBox(
    'moov',
    buildFullBox('mvhd', 0, uint32(...created, timescale, duration), ...header),
    buildBox(
      'trak',
      buildFullBox(
        'tkhd',
        TRACK_IN_USE,
        uint32(...created, 1, 0, duration, 0, 0, 0, 0),
        MATRIX,
        uint32(plan.width * 0x10000, plan.height * 0x10000),
      ),
      buildBox(
        'mdia',
        // 0x55c4 is the language code "und".
        buildFullBox('mdhd', 0, uint32(...created, timescale, duration), uint16(0x55c4, 0)),
        buildFullBox('hdlr', 0, uint32(0), Buffer.from('vide'), Buffer.alloc(12), Buffer.from('Video\0')),
        buildBox(
          'minf',
          buildFullBox('vmhd', 1, Buffer.alloc(8)),
          buildBox('dinf', buildFullBox('dref', 0, uint32(1), buildFullBox('url ', 1))),
          buildSampleTable(track, plan, duration, dataStart),
        ),
      ),
    ),
    buildBox('udta', buildNameTag(title)),
  );
}

function buildSampleTable(track: EncodedTrack, plan: VideoPlan, duration: number, dataStart: number): Buffer {
  const count = track.sampleSizes.length;
  const last = duration - (count - 1) * UNITS_PER_FRAME;
  const times = count > 1 ? [2, count - 1, UNITS_PER_FRAME, 1, last] : [1, 1, last];
  return buildBox(
    'stbl',
    buildFullBox('stsd', 0, uint32(1), buildSampleEntry(track, plan)),
    buildFullBox('stts', 0, uint32(...times)),
    buildFullBox('stss', 0, uint32(track.keyFrames.length, ...track.keyFrames)),
    buildFullBox('stsc', 0, uint32(1, 1, count, 1)),
    buildFullBox('stsz', 0, uint32(0, count, ...track.sampleSizes)),
    buildFullBox('stco', 0, uint32(1, dataStart)),
  );
}

function buildSampleEntry(track: EncodedTrack, plan: VideoPlan): Buffer {
  const resolution = uint32(0x480000, 0x480000);
  return buildBox(
    'avc1',
    uint16(0, 0, 0, 1),
    Buffer.alloc(16),
    uint16(plan.width, plan.height),
    resolution,
    uint32(0),
    uint16(1),
    Buffer.alloc(32),
    uint16(24, 0xffff),
    track.configuration,
    // BT.601 primaries, transfer and matrix, limited range: what the frames are painted in.
    buildBox('colr', Buffer.from('nclx'), uint16(6, 6, 6), Buffer.from([0])),
  );
}

function buildNameTag(title: string): Buffer {
  const text = buildBox('data', uint32(1, 0), Buffer.from(title, 'utf8'));
  const list = buildBox('ilst', buildBox('\u00a9nam', text));
  const handler = buildFullBox('hdlr', 0, uint32(0), Buffer.from('mdirappl'), Buffer.alloc(9));
  return buildFullBox('meta', 0, handler, list);
}
