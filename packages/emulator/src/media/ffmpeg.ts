import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TIMEOUT_MS = 120_000;

/** What ffmpeg is asked for: it works in a folder of its own, so arguments name files without a path. */
interface Conversion {
  /** Contents by file name. */
  inputs: Readonly<Record<string, Uint8Array>>;
  args: readonly string[];
  output: string;
}

/** The ffmpeg program, which may not be there. */
export interface Ffmpeg {
  /** Whether it starts at all; asked once. */
  available(): Promise<boolean>;
  /** Runs it and returns the output; undefined when it failed, as placeholder media do without it. */
  convert(conversion: Conversion): Promise<Uint8Array | undefined>;
}

/**
 * Wraps an ffmpeg program.
 *
 * @param path A file, a name to look for on the `PATH`, or false for none.
 * @param signal Ends the program that runs.
 */
export function createFfmpeg(path: string | false, signal: AbortSignal): Ffmpeg {
  let probe: Promise<boolean> | undefined;
  return {
    available() {
      if (path === false) return Promise.resolve(false);
      probe ??= run(path, ['-version'], { signal, timeout: TIMEOUT_MS, windowsHide: true }).then(
        () => true,
        () => false,
      );
      return probe;
    },
    async convert({ inputs, args, output }) {
      if (path === false) return undefined;
      const folder = await mkdtemp(join(tmpdir(), 'sogni-media-')).catch(() => undefined);
      if (folder === undefined) return undefined;
      try {
        for (const [name, bytes] of Object.entries(inputs)) await writeFile(join(folder, name), bytes);
        const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y'];
        await run(path, [...quiet, ...args, output], {
          cwd: folder,
          signal,
          timeout: TIMEOUT_MS,
          windowsHide: true,
        });
        return new Uint8Array(await readFile(join(folder, output)));
      } catch {
        return undefined;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
