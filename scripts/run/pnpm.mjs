import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { root } from './project.mjs';

/**
 * The command that runs pnpm in the version that the root manifest pins. It comes by npx, so that a machine with nothing
 * but npm can build; npx keeps it, and `--prefer-offline` takes what it kept without asking the registry first.
 *
 * @param {readonly string[]} args
 * @returns {[program: string, args: string[]]}
 */
export function pnpmCommand(args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [
    process.platform === 'win32' ? 'npx.cmd' : 'npx',
    ['--prefer-offline', '-y', packageManager, ...args],
  ];
}

/**
 * Runs pnpm to its end.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function pnpm(args, options) {
  const [program, words] = pnpmCommand(args);
  return run(program, words, options);
}
