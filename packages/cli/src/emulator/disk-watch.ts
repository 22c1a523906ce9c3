import { statfs } from 'node:fs/promises';
import { CliError } from '../failure/cli-error.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY = 1000;
/** Bytes below which the emulator's database cannot be relied on to grow. */
const LEAST_FREE = 64 * 1024;
/** Looks in a row that must find it so: space that is gone for a moment is no reason to stop. */
const LOOKS = 2;

/**
 * Calls `onFull` once when the disk that holds `folder` stays full. The emulator waits for room by itself, which is right for
 * a server and looks like a standstill in a command.
 */
export function watchDisk(
  folder: string,
  onFull: (failure: CliError) => void,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): { stop(): void } {
  let full = 0;
  const timer = setInterval(async () => {
    full = (await freeBytes(folder)) < LEAST_FREE ? full + 1 : 0;
    if (full !== LOOKS) return;
    clearInterval(timer);
    onFull(
      new CliError(`The disk that holds the local data in ${folder} is full`, {
        code: 'LOCAL_EMULATOR_FAILED',
        hint: 'Make room on it, or set XDG_CONFIG_HOME to a folder on another one; the runs go on with the next --local command.',
        details: { dataDir: folder, cause: 'ENOSPC' },
      }),
    );
  }, LOOK_EVERY).unref();
  return { stop: () => clearInterval(timer) };
}

async function freeBytesOf(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => undefined);
  // File systems that keep no count, such as those of some networks, say that they have no blocks at all.
  return disk === undefined || disk.blocks === 0 ? Number.POSITIVE_INFINITY : disk.bavail * disk.bsize;
}
