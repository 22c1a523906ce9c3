import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { node, root } from '../run/project.mjs';

/** A snippet that has not ended after this long hangs. */
const LIMIT_MS = 60_000;

/**
 * Runs one snippet in a consumer project.
 *
 * @param {{ language: 'ts', name: string } | { language: 'sh', code: string }} snippet `name`: the file in the project.
 * @param {{ folder: string, bin: string, home: string }} project
 * @param {Record<string, string>} settings Environment variables that point to the API.
 * @returns {Promise<string | undefined>} What went wrong, with the output; undefined when it ended well.
 */
export function runSnippet(snippet, project, settings) {
  const [program, ...args] =
    snippet.language === 'ts' ? scriptCommand(snippet.name) : shellCommand(snippet.code);
  const env = {
    ...settings,
    PATH: [project.bin, join(node, '..'), process.env.PATH ?? ''].join(delimiter),
    HOME: project.home,
    CI: 'true',
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(program ?? node, args, {
      cwd: project.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const timer = setTimeout(() => {
      output += `\nstill running after ${LIMIT_MS / 1000} s`;
      child.kill('SIGKILL');
    }, LIMIT_MS);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(
        code === 0
          ? undefined
          : `ended with ${code === null ? 'a signal' : `code ${code}`}\n${output.trim()}`,
      );
    });
  });
}

/** @param {string} name */
function scriptCommand(name) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  return name.endsWith('.test.ts') ? [node, vitest, 'run', '--root', '.', name] : [node, name];
}

/** @param {string} code */
function shellCommand(code) {
  const lines = code.split('\n').map((line) => line.replace(/^\$ /, ''));
  return ['bash', '-euo', 'pipefail', '-c', lines.join('\n')];
}
