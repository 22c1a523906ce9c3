import { FAULT_ROUTES, type Fault, type FaultInput, readFault } from './catalog.ts';
import { parseFaultHeader } from './header.ts';

/** Faults that are waiting for a request to hit. */
export interface FaultRegistry {
  /** Arms a fault; it hits the next `times` requests that fit. Throws a `TypeError` for an unknown name or setting. */
  add(fault: FaultInput): void;
  /** Disarms all. */
  clear(): void;
  /** What is still armed, with the hits that are left. */
  list(): FaultInput[];
}

/** The registry as the server sees it. */
export interface FaultSource extends FaultRegistry {
  /** Faults that hit this request: those of its header, then the armed ones that fit, which are used up by it. */
  take(method: string, path: string, header: string | null): Fault[];
}

export function createFaultRegistry(initial: readonly FaultInput[]): FaultSource {
  let armed: { input: FaultInput; left: number }[] = [];

  const add = (fault: FaultInput) => {
    const input = readFault(fault);
    armed.push({ input, left: input.times ?? 1 });
  };
  for (const fault of initial) add(fault);

  return {
    add,
    clear() {
      armed = [];
    },
    list: () => armed.map(({ input, left }) => ({ ...input, times: left })),
    take(method, path, header) {
      const asked = header ? parseFaultHeader(header) : [];
      const taken = asked.filter((fault) => fits(fault, method, path));
      for (const entry of armed) {
        if (!fits(entry.input, method, path)) continue;
        entry.left -= 1;
        taken.push(entry.input);
      }
      if (armed.length > 0) armed = armed.filter((entry) => entry.left > 0);
      return taken;
    },
  };
}

function fits(fault: FaultInput, method: string, path: string): boolean {
  const natural = FAULT_ROUTES[fault.name];
  if (!natural.path.test(path)) return false;
  if (natural.method !== undefined && natural.method !== method) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return fault.route === undefined || routePattern(fault.route).test(path);
}

function routePattern(route: string): RegExp {
  const parts = route.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
