import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { root } from './project.mjs';

/**
 * Runs pnpm in the version that the root manifest pins. It comes by npx, so that a machine with nothing but npm can
 * build; npx keeps it, and later runs need no network.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function pnpm(args, options) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return run(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['-y', packageManager, ...args], options);
}
