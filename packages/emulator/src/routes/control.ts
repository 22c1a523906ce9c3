import { type FaultInput, readFault } from '../faults/catalog.ts';
import { ApiError, badRequest } from '../http/api-error.ts';
import type { RouteTable } from '../http/app.ts';
import { readJson } from '../http/body.ts';
import { keyCallerOf } from '../http/caller.ts';
import type { Emulation, RequestContext } from '../http/environment.ts';
import { sendData } from '../http/respond.ts';

/** Faults over HTTP, for tests that run in another process. They need the key and no foreign page may use them. */
export function controlRoutes(emulation: Emulation): RouteTable {
  const { faults } = emulation;
  const state = (c: RequestContext) => sendData(c, { faults: faults.list() });
  return {
    '/_emulator/faults': {
      GET: (c) => {
        guard(c, emulation);
        return state(c);
      },
      POST: async (c) => {
        guard(c, emulation);
        const { fields } = await readJson(c);
        faults.add(faultOf(fields));
        return state(c);
      },
      DELETE: (c) => {
        guard(c, emulation);
        faults.clear();
        return state(c);
      },
    },
  };
}

function faultOf(fields: Record<string, unknown>): FaultInput {
  try {
    return readFault(fields);
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}

/** The key alone would do, were it not that a page may know a default key. */
function guard(c: RequestContext, emulation: Emulation): void {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== 'null' && isOwn(origin, c)) return void keyCallerOf(c, emulation);
  if (origin !== undefined) throw new ApiError(403, `Control routes are closed to web pages of ${origin}`);
  keyCallerOf(c, emulation);
}

/** An own page was loaded from this port of a loopback name; a name that merely points here is a stranger. */
function isOwn(origin: string, c: RequestContext): boolean {
  const { hostname, port } = new URL(origin);
  const own = c.env.incoming.socket.localPort;
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && Number(port || 80) === own;
}
