import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds a child takes from spawn to exit. @param {string} program @param {readonly string[]} args */
export function timeChild(program, args) {
  const startedAt = performance.now();
  // Reading extra certificates costs every start 33 ms on some machines and says nothing about the program.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - startedAt;
}

/** Runs a server script in a process of its own; its first line of output is JSON. @param {string} source @param {unknown} options */
export async function startServer(source, options) {
  const args = ['--input-type=module', '--no-warnings', '--eval', source, JSON.stringify(options)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  });
  const [line] = await once(child.stdout, 'data');
  return { ...JSON.parse(String(line)), stop: () => child.kill('SIGKILL') };
}
