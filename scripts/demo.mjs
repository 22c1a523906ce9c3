// `npm run demo [prompt words]`: an image and a video of it from the local emulator, without a key or a network.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join, relative } from 'node:path';
import { withoutNpmNoise } from './run/environment.mjs';
import { node, root } from './run/project.mjs';
import { build, install } from './setup.mjs';

const DEFAULT_PROMPT = 'A graphite sketch of a lighthouse robot at dawn, waves below';

/** `out`, or a numbered folder in it when an earlier run has left files there. */
function freshFolder() {
  const out = join(root, 'out');
  if (!existsSync(out)) return out;
  let run = 2;
  while (existsSync(join(out, `run-${run}`))) run += 1;
  return join(out, `run-${run}`);
}

/** @param {string} prompt @returns {Promise<number>} The exit code of the command. */
function makeVideo(prompt) {
  const folder = relative(root, freshFolder());
  const size = ['-w', '1024', '-h', '576', '--duration', '5'];
  const args = ['--local', '--api-workflow', '--watch-workflow', ...size, '-o', folder, prompt];
  console.log(`\n$ sogni-agent ${args.slice(0, -1).join(' ')} ${JSON.stringify(prompt)}\n`);
  const main = join(root, 'packages', 'cli', 'dist', 'main.js');
  const child = spawn(node, [main, ...args], { cwd: root, env: withoutNpmNoise(), stdio: 'inherit' });
  // A terminal sends Ctrl-C to the command as well; here it only must not end this process before the command.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (!process.stdin.isTTY || signal !== 'SIGINT') child.kill(signal);
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(
        `The command could not be started: ${error.message}. Delete node_modules and run this again.`,
      );
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      const exitCode = code ?? 128 + (signal === null ? 1 : constants.signals[signal]);
      if (exitCode > 128)
        console.error(`Here sogni-agent is: ${relative(root, node)} ${relative(root, main)}`);
      resolve(exitCode);
    });
  });
}

if ((await install()) && (await build())) {
  process.exitCode = await makeVideo(process.argv.slice(2).join(' ').trim() || DEFAULT_PROMPT);
} else {
  process.exitCode = 1;
}
