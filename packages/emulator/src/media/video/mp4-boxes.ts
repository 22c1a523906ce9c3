/** A box of an MP4 file (ISO/IEC 14496-12 4.2). */
interface Mp4Box {
  readonly type: string;
  /** The whole box. */
  readonly bytes: Buffer;
  /** What follows the size and the type. */
  readonly body: Buffer;
}

const HEADER_BYTES = 8;

/** Lists the boxes that lie side by side in some bytes. Boxes over 4 GiB do not occur here. */
export function listBoxes(bytes: Buffer): Mp4Box[] {
  const boxes: Mp4Box[] = [];
  for (let start = 0; start + HEADER_BYTES <= bytes.length; ) {
    const size = bytes.readUInt32BE(start);
    if (size < HEADER_BYTES || start + size > bytes.length) {
      throw new Error(`The MP4 box at byte ${start} claims ${size} bytes; the encoder's file is damaged.`);
    }
    const box = bytes.subarray(start, start + size);
    boxes.push({ type: box.toString('latin1', 4, 8), bytes: box, body: box.subarray(HEADER_BYTES) });
    start += size;
  }
  return boxes;
}

/** Follows a path of box types down from some bytes. */
export function findBox(bytes: Buffer, ...path: string[]): Mp4Box {
  let inner = bytes;
  let found: Mp4Box | undefined;
  for (const type of path) {
    found = listBoxes(inner).find((box) => box.type === type);
    if (!found) throw new Error(`The encoder's MP4 file has no ${path.join('/')} box.`);
    inner = found.body;
  }
  if (!found) throw new Error('A box path needs at least one type.');
  return found;
}

/** Builds a box from its parts. */
export function buildBox(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(body.length + HEADER_BYTES, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** Builds a box that starts with a version and flags. */
export function buildFullBox(type: string, flags: number, ...parts: readonly Uint8Array[]): Buffer {
  return buildBox(type, uint32(flags), ...parts);
}

/** Numbers as four bytes each, highest byte first. */
export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
}

/** Numbers as two bytes each, highest byte first. */
export function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16BE(value, index * 2);
  });
  return bytes;
}
