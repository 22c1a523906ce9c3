import { type ClientOptions, isSogniError, SogniClient } from '@sogni/intelligence-client';
import { createTransport } from '@sogni/intelligence-client/transport';
import type { Context } from '../context.ts';
import { CliError, usageError } from '../failure/cli-error.ts';
import { APP_SOURCE, attributionFrom } from './attribution.ts';
import { findAPIKey } from './credentials.ts';
import { tellDelays, timeoutFrom } from './patience.ts';

/** The API that a command talks to. */
export interface Connection {
  readonly client: SogniClient;
  /** Of the client; downloads go through it too. */
  readonly transport: ReturnType<typeof createTransport>;
}

/**
 * Runs `use` with a client for the API, or with `--local` for an emulator that is closed afterwards.
 *
 * @throws {CliError} when there is no key, the origin cannot be used, or the emulator cannot be started.
 */
export async function withConnection<Result>(
  context: Context,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const { shared, env, terminal } = context;
  if (!shared.local) {
    if (shared['step-delay'] !== undefined) {
      throw usageError('--step-delay belongs to --local', { details: { flag: '--step-delay' } });
    }
    const apiKey = findAPIKey(env, terminal.warn);
    return await use(connect(context, { apiKey, baseURL: shared['api-base-url'] }));
  }
  if (shared['api-base-url'] !== undefined) {
    throw usageError('--local and --api-base-url name two APIs; give one of them');
  }
  const { startLocalEmulator } = await import('../emulator/local.ts');
  const emulator = await startLocalEmulator(context);
  try {
    return await use(connect(context, emulator.clientOptions));
  } finally {
    await emulator.close();
  }
}

function connect(context: Context, options: ClientOptions): Connection {
  const { env, version } = context;
  try {
    const transport = createTransport({
      ...options,
      appSource: APP_SOURCE,
      attribution: attributionFrom(env, version),
      timeout: timeoutFrom(env),
      hooks: tellDelays(context),
    });
    return { transport, client: new SogniClient(transport) };
  } catch (error) {
    if (!isSogniError(error) || error.kind === 'security') throw error;
    throw new CliError(error.message, {
      code: 'INVALID_API_BASE_URL',
      exitCode: 2,
      hint: 'Write it like https://api.sogni.ai, in --api-base-url or SOGNI_API_BASE_URL.',
      cause: error,
    });
  }
}
