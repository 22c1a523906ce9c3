import { access, constants, lstat, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { homePath } from '../connection/home-path.ts';
import { CliError, usageError } from '../failure/cli-error.ts';

/**
 * Refuses a place for results that is taken or cannot be written, before anything is paid for.
 *
 * @throws {CliError} `OUTPUT_EXISTS`, `OUTPUT_WRITE_FAILED`, or `INVALID_PATH` for a path that cannot be one.
 */
export async function checkOutput(output: string | undefined): Promise<void> {
  if (output === undefined) return;
  if (output.trim() === '' || /\p{Cc}/u.test(output)) {
    throw usageError('-o must be the path of a file or folder, without control characters', {
      code: 'INVALID_PATH',
      details: { flag: '-o' },
    });
  }
  const path = homePath(output);
  const isFolder = await isExistingFolder(path);
  // A link that leads nowhere takes the name as well.
  if (!isFolder && (await lstat(resolve(path)).catch(() => undefined))) {
    throw new CliError(`${path} exists already and is not overwritten`, {
      code: 'OUTPUT_EXISTS',
      hint: 'Choose another file or folder with -o, or move that one away.',
      details: { path },
    });
  }
  await checkFolder(isFolder ? resolve(path) : await nearestAbove(resolve(path)), path);
}

async function checkFolder(folder: string, path: string): Promise<void> {
  const reason = !(await isExistingFolder(folder))
    ? `${folder} is not a folder`
    : await access(folder, constants.W_OK | constants.X_OK).then(
        () => undefined,
        (error: NodeJS.ErrnoException) => `${folder} is not writable (${error.code})`,
      );
  if (reason === undefined) return;
  throw new CliError(`Nothing can be saved to ${path}: ${reason}`, {
    code: 'OUTPUT_WRITE_FAILED',
    hint: 'Choose another file or folder with -o; nothing was sent.',
    details: { path, folder },
  });
}

/** The nearest part of a path above it that exists. */
async function nearestAbove(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path || (await lstat(parent).catch(() => undefined))) return parent;
  return await nearestAbove(parent);
}

async function isExistingFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isDirectory() ?? false;
}
