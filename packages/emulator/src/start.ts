import { setMaxListeners } from 'node:events';
import { type Clock, createSystemClock } from './clock.ts';
import { createRenders } from './executor/renders.ts';
import { createReservations } from './executor/reservations.ts';
import { createScheduler } from './executor/scheduler.ts';
import { createFaultRegistry, type FaultRegistry } from './faults/registry.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import type { Renderer } from './media/media-request.ts';
import { checkOptions, DEFAULT_API_KEY, DEFAULT_WALLET, type EmulatorOptions } from './options.ts';
import type { Proofs } from './store/proofs.ts';
import { openStore, type Store } from './store/store.ts';

/** A running emulator. */
export interface Emulator {
  /** Base URL, without a slash at the end. */
  url: string;
  /** The first of its API keys. */
  apiKey: string;
  /** What a `SogniClient` needs to talk to it. */
  clientOptions: { apiKey: string; baseURL: string; allowUnsafeBaseURL: true; allowedHosts: string[] };
  /** Faults by name. */
  faults: FaultRegistry;
  /** Counts for tests, read from the database. */
  store: Proofs;
  /** The clock it runs on: the one from the options, or real time. */
  clock: Clock;
  /** Stops serving and running; with a `dataDir`, unfinished runs go on after the next start. */
  close(): Promise<void>;
  /** `close`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a local Sogni API.
 *
 * @throws TypeError for an unknown or impossible option; Error when the port is taken, when another process owns the
 * data directory, or when the directory holds data of another layout.
 *
 * @example
 * ```ts
 * await using emulator = await startEmulator();
 * const sogni = new SogniClient(emulator.clientOptions);
 * const { data } = await sogni.models.list();
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options);
  const { clock = createSystemClock(), apiKeys = { [DEFAULT_API_KEY]: DEFAULT_WALLET } } = options;
  const keys = new Map(Object.entries(apiKeys));
  const [apiKey = DEFAULT_API_KEY] = keys.keys();
  const faults = createFaultRegistry(options.faults ?? []);
  const store = openStore(options.dataDir, options.balances ?? {});
  const closing = new AbortController();
  // Every open stream listens to it.
  setMaxListeners(0, closing.signal);
  const renders = createRenders(store, () => rendererOf(options));
  const reservations = createReservations(store.wallets);
  const scheduler = createScheduler({
    store,
    clock,
    renders,
    reservations,
    stepDelay: options.stepDelay ?? 0,
  });
  const app = createApp({
    store,
    clock,
    scheduler,
    faults,
    keys,
    requireCostApproval: options.requireCostApproval ?? false,
    activeWorkflowLimit: options.activeWorkflowLimit ?? 10,
    keepAliveInterval: options.keepAliveInterval ?? 15_000,
    onRequest: options.onRequest,
    closing: closing.signal,
  });
  const listener = await listen(app, options.host ?? '127.0.0.1', options.port ?? 0).catch(
    (error: unknown) => {
      store.close();
      throw error;
    },
  );
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= (async () => {
      closing.abort();
      const release = options.renderer ? undefined : renders.close();
      await Promise.all([listener.close(), scheduler.stop(), release]);
      store.close();
    })();
    return closed;
  };
  try {
    resumeUnfinished(store, scheduler);
  } catch (error) {
    await close();
    throw error;
  }
  const { url } = listener;
  return {
    url,
    apiKey,
    clientOptions: { apiKey, baseURL: url, allowUnsafeBaseURL: true, allowedHosts: [new URL(url).hostname] },
    faults: { add: faults.add, clear: faults.clear, list: faults.list },
    store: store.proofs,
    clock,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The built-in renderer is loaded when the first file is asked for: most servers answer their first request sooner. */
async function rendererOf({ renderer }: EmulatorOptions): Promise<Renderer> {
  if (renderer) return renderer;
  const { createRenderer } = await import('./media/renderer.ts');
  return createRenderer();
}

/** Runs that a stop or a crash interrupted go on where they stood. */
function resumeUnfinished({ workflows }: Store, scheduler: { wake(number: number): void }): void {
  for (const number of workflows.unfinished()) scheduler.wake(number);
}
