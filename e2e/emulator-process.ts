import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface EmulatorProcess {
  url: string;
  apiKey: string;
  port: number;
  /** SIGKILL: no handler of the process runs. */
  kill(): Promise<void>;
}

const PROGRAM = `
import { startEmulator } from '@sogni/emulator';
const emulator = await startEmulator(JSON.parse(process.argv[1]));
console.log(JSON.stringify({ url: emulator.url, apiKey: emulator.apiKey }));
`;

/** Runs the built emulator in a process of its own, so that it can be killed. */
export async function startEmulatorProcess(options: object): Promise<EmulatorProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--input-type=module', '--no-warnings', '--eval', PROGRAM, JSON.stringify(options)],
    { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  if (!child.stdout) throw new Error('The emulator process has no output to read');
  const lines = createInterface(child.stdout);
  const failed = exited.then(([code]) => {
    throw new Error(`The emulator process ended with code ${code} before it was ready`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), failed])) as [string];
  const { url, apiKey } = JSON.parse(line) as { url: string; apiKey: string };
  return {
    url,
    apiKey,
    port: Number(new URL(url).port),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
