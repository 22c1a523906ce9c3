import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Reads a text file, or what a pipe or a device brings, up to `limit` bytes; undefined when there is more.
 *
 * @throws the system's error.
 */
export function readText(path: string, limit: number): string | undefined {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= limit; ) {
      const chunk = Buffer.alloc(Math.min(65_536, limit + 1 - size));
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks).toString('utf8');
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}
