import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirectoryError } from './data-directory-error.ts';

const SQLITE_BUSY = 5;

/**
 * Makes this process the only owner of a data directory, until the returned function is called.
 *
 * The lock is an open exclusive transaction on a database of its own: the operating system drops it when the owner
 * dies, `kill -9` included, so a stale lock cannot exist and no guess about process ids is needed. The id of the
 * owner stands beside it in `owner.pid`, only to name it in the error.
 */
export function lockDirectory(directory: string): () => void {
  const lock = new DatabaseSync(join(directory, 'owner.lock'));
  const pidFile = join(directory, 'owner.pid');
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    const owner = ownerIn(pidFile);
    throw new DataDirectoryError(
      `The data directory ${directory} is in use by another emulator${owner}; close that one or use another directory`,
      { cause },
    );
  }
  try {
    writeFileSync(pidFile, String(process.pid));
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function ownerIn(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
