import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

/** The built command. */
export const MAIN = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));

export interface CliOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** Configuration folder. Default: an empty one. */
  config?: string;
}

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningCli {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when the output so far matches; rejects when the command ends without it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  finished: Promise<Finished>;
}

/** Starts the built command in an environment of its own: no key, no settings but those given. */
export function startCli(words: readonly string[], { env = {}, cwd, config }: CliOptions = {}): RunningCli {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: cwd ?? temporaryFolder(),
    env: { PATH: process.env.PATH ?? '', XDG_CONFIG_HOME: config ?? temporaryFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
  return {
    child,
    finished,
    printed(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output.stdout + output.stderr);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
        finished.then((end) => reject(new Error(`It ended without ${pattern}: ${JSON.stringify(end)}`)));
      });
    },
  };
}

/** Runs the built command to its end. */
export function runCli(words: readonly string[], options?: CliOptions): Promise<Finished> {
  return startCli(words, options).finished;
}

/** The one object that a command with `--json` prints. */
export function jsonOf({ stdout }: Finished): Record<string, unknown> {
  const lines = stdout.trimEnd().split('\n');
  if (lines.length !== 1) throw new Error(`Expected one line of JSON, got: ${stdout}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** Environment that points the command at a server on this machine. */
export function pointedAt(url: string, apiKey = 'test-key'): Record<string, string> {
  return { SOGNI_API_BASE_URL: url, SOGNI_API_KEY: apiKey, SOGNI_ALLOW_UNSAFE_API_BASE_URL: '1' };
}
