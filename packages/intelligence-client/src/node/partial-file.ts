import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { partName, removeAbandonedParts } from './abandoned-parts.ts';
import { existsFailure, fileFailure } from './file-failure.ts';
import { makeFolder } from './make-folder.ts';

/** A file being written beside its final place, so that what appears under the final name is always whole. */
export interface PartialFile {
  /** Bytes written so far. */
  readonly size: number;
  write(chunk: Uint8Array): Promise<void>;
  /** Forgets what was written. */
  restart(): Promise<void>;
  /** Gives it its name. @throws {InvalidRequestError} when the name is taken and may not be. */
  finish(): Promise<void>;
  /** Removes it; safe after `finish`. */
  discard(): Promise<void>;
}

/** @throws {InvalidRequestError} saying what the file system refused. */
export async function createPartialFile(path: string, overwrite: boolean): Promise<PartialFile> {
  const folder = dirname(path);
  const temporary = join(folder, partName(randomUUID()));
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw fileFailure(path, cause);
    }
  };
  const file = await guarded(async () => {
    await makeFolder(folder);
    await removeAbandonedParts(folder);
    return await open(temporary, 'wx');
  });
  let size = 0;
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  };

  return {
    get size() {
      return size;
    },
    write: (chunk) =>
      guarded(async () => {
        for (let done = 0; done < chunk.byteLength; ) {
          const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done, size + done);
          done += bytesWritten;
        }
        size += chunk.byteLength;
      }),
    restart: () =>
      guarded(async () => {
        await file.truncate(0);
        size = 0;
      }),
    async finish() {
      await guarded(async () => {
        await file.sync();
        await close();
      });
      await (overwrite ? guarded(() => rename(temporary, path)) : nameOnce(temporary, path));
    },
    async discard() {
      await close().catch(() => {});
      await rm(temporary, { force: true }).catch(() => {});
    },
  };
}

/** What file systems without hard links answer. */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** A hard link fails when the name is taken, in one step; rename would replace it. */
async function nameOnce(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EEXIST') throw existsFailure(path);
    if (!NO_LINKS.includes(code)) throw fileFailure(path, cause);
    if (await exists(path)) throw existsFailure(path);
    await rename(temporary, path).catch((error) => {
      throw fileFailure(path, error);
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
