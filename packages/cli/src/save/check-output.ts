import { stat } from 'node:fs/promises';
import { homePath } from '../connection/home-path.ts';
import { CliError, usageError } from '../failure/cli-error.ts';

/**
 * Refuses a place for results that is taken, before anything is paid for.
 *
 * @throws {CliError} `OUTPUT_EXISTS`, or `INVALID_PATH` for a path that cannot be one.
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
  const info = await stat(path).catch(() => undefined);
  if (info === undefined || info.isDirectory()) return;
  throw new CliError(`${path} exists already and is not overwritten`, {
    code: 'OUTPUT_EXISTS',
    hint: 'Choose another file or folder with -o, or move that one away.',
    details: { path },
  });
}
