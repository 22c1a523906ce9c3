import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is being downloaded; not made of the target's own name, which may be as long as names can be. */
const PART = /^\.sogni-[0-9a-f-]{36}\.part$/;

/** Milliseconds without a write after which a part has no process behind it: a stalled transfer ends much earlier. */
const ABANDONED_AFTER = 10 * 60_000;

/** Name of a new part with a random id. */
export function partName(id: string): string {
  return `.sogni-${id}.part`;
}

/** Removes what a process that was killed in the middle of a download has left in a folder. Never rejects. */
export async function removeAbandonedParts(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names.filter((entry) => PART.test(entry))) {
    const path = join(folder, name);
    const written = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - written > ABANDONED_AFTER) await rm(path, { force: true }).catch(() => {});
  }
}
