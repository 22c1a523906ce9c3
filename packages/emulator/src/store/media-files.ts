import { existsSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createFolder } from './create-folder.ts';

export type MediaFiles = ReturnType<typeof createMediaFiles>;

/**
 * The bytes of rendered media, by file name. A file is complete or absent: it is written beside its place and moved
 * there, before any transaction names it.
 */
export function createMediaFiles(dataDir: string | undefined) {
  return dataDir === undefined ? inMemory() : onDisk(join(dataDir, 'media'));
}

function inMemory() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const bytesOf = (name: string) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`No media file is called ${name}`);
    return bytes;
  };
  return {
    async write(name: string, bytes: Uint8Array): Promise<void> {
      files.set(name, new Uint8Array(bytes));
    },
    async read(name: string): Promise<Uint8Array> {
      return bytesOf(name);
    },
    has: (name: string): boolean => files.has(name),
    /** Bytes from `start` to `end`, both included. Rejects when the file is gone. */
    async stream(name: string, start: number, end: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
      const part = bytesOf(name).subarray(start, end + 1);
      return new ReadableStream({
        start(controller) {
          controller.enqueue(part);
          controller.close();
        },
      });
    },
  };
}

function onDisk(directory: string): ReturnType<typeof inMemory> {
  createFolder(directory);
  // Drafts of a process that died while it wrote.
  for (const name of readdirSync(directory)) if (name.endsWith('.part')) rmSync(join(directory, name));
  let written = 0;
  return {
    async write(name, bytes) {
      written += 1;
      const draft = join(directory, `.${process.pid}-${written}.part`);
      try {
        await writeFile(draft, bytes);
        await rename(draft, join(directory, name));
      } catch (cause) {
        await rm(draft, { force: true }).catch(() => {});
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${name} could not be stored: ${reason}; make room on the disk, then resume`, {
          cause,
        });
      }
    },
    read: (name) => readFile(join(directory, name)),
    has: (name) => existsSync(join(directory, name)),
    async stream(name, start, end) {
      const file = await open(join(directory, name));
      return Readable.toWeb(file.createReadStream({ start, end })) as ReadableStream<Uint8Array<ArrayBuffer>>;
    },
  };
}
