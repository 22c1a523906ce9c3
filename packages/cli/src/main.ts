import { readFileSync, writeSync } from 'node:fs';

/** Oldest Node that runs this program. Source: design 2. */
const OLDEST_NODE = [22, 13] as const;

const words = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  const needed = OLDEST_NODE.join('.');
  process.stderr.write(
    `Error: sogni-agent needs Node ${needed} or newer; this is ${process.versions.node}. Install it from nodejs.org.\n`,
  );
  process.exitCode = 1;
} else if (asksOnlyForVersion(words)) {
  // Answered before anything else is loaded: scripts ask for it often.
  await printVersion(`${versionText(words.includes('--json'))}\n`);
} else {
  await watchOutput();
  const { runCli } = await import('./cli.ts');
  const { endProcess } = await import('./output/end-process.ts');
  endProcess(await runCli(words, readVersion()));
}

/** Straight to the descriptor: making the stream of `process.stdout` takes longer than all the rest of this. */
async function printVersion(line: string): Promise<void> {
  try {
    writeSync(1, line);
  } catch {
    // The stream can wait for a slow reader, and tells what is wrong with a full disk.
    await watchOutput();
    process.stdout.write(line);
  }
}

async function watchOutput(): Promise<void> {
  const { endWithUnwritableOutput } = await import('./output/unwritable-output.ts');
  endWithUnwritableOutput();
}

function asksOnlyForVersion(given: readonly string[]): boolean {
  const version = ['--version', '-V'];
  const harmless = [...version, '--json', '-q', '--quiet'];
  return given.some((word) => version.includes(word)) && given.every((word) => harmless.includes(word));
}

function versionText(json: boolean): string {
  const version = readVersion();
  if (!json) return version;
  const timestamp = new Date().toISOString();
  return JSON.stringify({ success: true, type: 'version', name: 'sogni-agent', version, timestamp });
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
