import type { Clock } from './clock.ts';
import type { FaultInput } from './faults/catalog.ts';
import type { Renderer } from './media/media-request.ts';
import type { Balance } from './store/wallets.ts';

/** Options of `startEmulator`; every one has a default. */
export interface EmulatorOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Directory of the database and the media; runs survive a restart. Default: none, everything is in memory. */
  dataDir?: string;
  /** `true` says in so many words that nothing is kept. Not together with `dataDir`. */
  memory?: true;
  /** API keys and the wallet each belongs to. Default: one key, see `DEFAULT_API_KEY`. */
  apiKeys?: Record<string, string>;
  /** Milliseconds a step takes, in four parts with a progress event between. Default 0. */
  stepDelay?: number;
  /** Default: real time. `createManualClock()` gives one that a test moves. */
  clock?: Clock;
  /** Default: placeholder media, made in a process of its own that starts on first use. */
  renderer?: Renderer;
  /** Faults that are active from the start. Default: none. */
  faults?: FaultInput[];
  /** Called with one line a request: method, path, status, milliseconds, request id. Default: no log. */
  onRequest?: (line: string) => void;
  /** Starts without `confirm_cost: true` pause for cost approval. Default `false`. Source: rest-api 19 Q3. */
  requireCostApproval?: boolean;
  /** Queued and running workflows a wallet may have; `Infinity` lifts the limit. Default 10. Source: rest-api 3.3. */
  activeWorkflowLimit?: number;
  /** Starting balances by wallet, used when the wallet is first seen. Default 10,000 of each token. */
  balances?: Record<string, Partial<Balance>>;
  /** Milliseconds between the keep-alive comments of an idle event stream. Default 15,000. */
  keepAliveInterval?: number;
}

/** The key that works when `apiKeys` is not given. */
export const DEFAULT_API_KEY = 'sogni-emulator-key';

/** The wallet of the default key. */
export const DEFAULT_WALLET = '0x5091000000000000000000000000000000000001';

const KNOWN = new Set([
  'port',
  'host',
  'dataDir',
  'memory',
  'apiKeys',
  'stepDelay',
  'clock',
  'renderer',
  'faults',
  'onRequest',
  'requireCostApproval',
  'activeWorkflowLimit',
  'balances',
  'keepAliveInterval',
]);

/** Refuses what could not work, before anything is opened. */
export function checkOptions(options: EmulatorOptions): void {
  for (const key of Object.keys(options)) {
    if (!KNOWN.has(key)) {
      throw new TypeError(`Unknown emulator option "${key}"; known options: ${[...KNOWN].join(', ')}`);
    }
  }
  if (options.memory && options.dataDir !== undefined) {
    throw new TypeError('Pass either "dataDir" or "memory: true" to the emulator, not both');
  }
  checkNumber('port', options.port, 65_535);
  checkNumber('stepDelay', options.stepDelay);
  checkNumber('activeWorkflowLimit', options.activeWorkflowLimit);
  checkNumber('keepAliveInterval', options.keepAliveInterval);
  if (options.apiKeys && Object.keys(options.apiKeys).length === 0) {
    throw new TypeError('Emulator option "apiKeys" is empty; give at least one key and its wallet');
  }
}

function checkNumber(name: string, value: number | undefined, maximum = Number.POSITIVE_INFINITY): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !(value >= 0) || value > maximum) {
    const upTo = maximum === Number.POSITIVE_INFINITY ? '' : ` and at most ${maximum}`;
    throw new TypeError(`Emulator option "${name}" is ${String(value)}; give a number of 0 or more${upTo}`);
  }
}
