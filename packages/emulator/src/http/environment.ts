import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Clock } from '../clock.ts';
import type { Scheduler } from '../executor/scheduler.ts';
import type { Fault } from '../faults/catalog.ts';
import type { FaultSource } from '../faults/registry.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './credentials.ts';

/** What every route works with. */
export interface Emulation {
  store: Store;
  clock: Clock;
  scheduler: Scheduler;
  faults: FaultSource;
  /** API key to wallet. */
  keys: ReadonlyMap<string, string>;
  requireCostApproval: boolean;
  activeWorkflowLimit: number;
  keepAliveInterval: number;
  onRequest: ((line: string) => void) | undefined;
  /** Aborted when the emulator closes. */
  closing: AbortSignal;
}

/** Hono's view of one request. */
export interface RequestEnvironment {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    faults: Fault[];
    /** Set once a route has asked for it. */
    caller: Caller;
  };
}

export type RequestContext = Context<RequestEnvironment>;
