import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configFolder } from '../connection/config-folder.ts';
import { credentialsPath } from '../connection/credentials.ts';
import { homePath } from '../connection/home-path.ts';
import type { Context } from '../context.ts';
import { usageError } from '../failure/cli-error.ts';
import type { DEV_OPTIONS } from '../options/dev-options.ts';
import type { Values } from '../options/option.ts';
import { plainText } from '../output/plain-text.ts';
import { shellWords } from '../output/shell-words.ts';
import { emulatorFailure } from './emulator-failure.ts';
import { loadEmulator } from './load-emulator.ts';

const DEFAULT_PORT = 8787;

/**
 * Runs the emulator until a signal comes: its address and key on stdout, a line a request on stderr.
 *
 * @throws {CliError} `PORT_IN_USE`, or `LOCAL_EMULATOR_FAILED` when its data cannot be opened.
 */
export async function runDevServer(context: Context, options: Values<typeof DEV_OPTIONS>): Promise<void> {
  const { terminal, env, signal, shared } = context;
  if (shared.local || shared['api-base-url'] !== undefined) {
    throw usageError('dev runs an API of its own: leave --local and --api-base-url away');
  }
  if (options.memory && options['data-dir'] !== undefined) {
    throw usageError('--memory and --data-dir contradict each other; give one of them');
  }
  const { port = DEFAULT_PORT, memory } = options;
  const dataDir = memory
    ? undefined
    : resolve(homePath(options['data-dir'] ?? join(configFolder(env), 'dev')));
  const { startEmulator } = await loadEmulator();
  let emulator: Awaited<ReturnType<typeof startEmulator>>;
  try {
    emulator = await startEmulator({
      port,
      ...(dataDir === undefined ? { memory: true } : { dataDir }),
      stepDelay: shared['step-delay'] ?? 0,
      onRequest: (line) => terminal.progress(plainText(line)),
    });
  } catch (error) {
    throw emulatorFailure(error, dataDir, port);
  }
  try {
    const { url, apiKey } = emulator;
    terminal.result(greeting({ url, apiKey, dataDir, env }), {
      success: true,
      type: 'dev',
      url,
      apiKey,
      dataDir: dataDir ?? null,
    });
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    await emulator.close();
  }
}

interface Started {
  url: string;
  apiKey: string;
  dataDir: string | undefined;
  env: NodeJS.ProcessEnv;
}

function greeting({ url, apiKey, dataDir, env }: Started): string[] {
  const settings: [string, string][] = [
    ['SOGNI_API_BASE_URL', url],
    ['SOGNI_API_KEY', apiKey],
    ['SOGNI_ALLOW_UNSAFE_API_BASE_URL', '1'],
  ];
  // A key in the file would win over the one above.
  if (existsSync(credentialsPath(env))) settings.push(['SOGNI_CREDENTIALS_PATH', '/dev/null']);
  return [
    `Emulator: ${url}`,
    `API key:  ${apiKey}`,
    `Data:     ${dataDir ?? 'in memory'}`,
    '',
    'To use it in another terminal:',
    ...settings.map(([name, value]) => `  export ${shellWords([`${name}=${value}`])}`),
    '',
    'Ctrl-C ends it.',
  ];
}
