import type { HuffmanTable } from './jpeg-tables.data.ts';

/** Code and length in bits of every symbol. */
export interface HuffmanCodes {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

/** Numbers the codes of a table (T.81 annex C). */
export function huffmanCodes(table: HuffmanTable): HuffmanCodes {
  const codes = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  let code = 0;
  let position = 0;
  table.counts.forEach((count, index) => {
    for (let used = 0; used < count; used++) {
      const symbol = table.symbols[position++] ?? 0;
      codes[symbol] = code++;
      lengths[symbol] = index + 1;
    }
    code <<= 1;
  });
  return { codes, lengths };
}

/** Collects the entropy-coded bits of a scan. */
export interface BitWriter {
  /** Appends the lowest `length` (at most 16) bits of a value. */
  write(value: number, length: number): void;
  writeSymbol(codes: HuffmanCodes, symbol: number): void;
  /** Fills the last byte with ones and returns everything. */
  finish(): Uint8Array;
}

/** Creates an empty bit writer, which grows as needed. */
export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  let pending = 0;
  let pendingBits = 0;
  const write = (value: number, bits: number): void => {
    pending = (pending << bits) | (value & ((1 << bits) - 1));
    pendingBits += bits;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      const byte = (pending >>> pendingBits) & 0xff;
      if (length + 2 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length++] = byte;
      // FF starts a marker; as data it is followed by a zero (T.81 F.1.2.3).
      if (byte === 0xff) bytes[length++] = 0;
    }
    pending &= (1 << pendingBits) - 1;
  };
  return {
    write,
    writeSymbol: ({ codes, lengths }, symbol) => write(codes[symbol] ?? 0, lengths[symbol] ?? 0),
    finish() {
      if (pendingBits > 0) write(0xff, 8 - pendingBits);
      return bytes.subarray(0, length);
    },
  };
}
