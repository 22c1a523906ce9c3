import { spawn } from 'node:child_process';
import { checkEnvironment } from './environment.mjs';
import { root } from './project.mjs';

/**
 * Runs a command to its end, without a shell and without a standard input.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 *   `show` passes the output through instead of collecting it. Default folder: the repository's root.
 * @returns {Promise<{ code: number, output: string }>} Both streams in one text; code 1 when a signal ended the
 *   command, 127 when it could not be started.
 */
export function run(command, args, { cwd = root, env = checkEnvironment(), show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) =>
      resolve({ code: 127, output: `${command} could not be started: ${error.message}\n` }),
    );
    child.on('close', (code, signal) => {
      if (signal !== null) output += `${command} was ended by ${signal}\n`;
      resolve({ code: code ?? 1, output });
    });
  });
}
