import { type Clock, pause } from '../clock.ts';
import type { RequestContext } from '../http/environment.ts';
import type { Fault } from './catalog.ts';

const BODY_FAULTS = new Set(['lost_answer', 'cut', 'stall', 'malformed_json']);

/** Whether a fault harms the body of an answer on its way. */
export function isBodyFault({ name }: Fault): boolean {
  return BODY_FAULTS.has(name);
}

/** Sends the answer that is ready, but harmed: the work has been done, the client does not learn of it in full. */
export async function sendHarmed(
  c: RequestContext,
  fault: Fault,
  clock: Clock,
  closing: AbortSignal,
): Promise<void> {
  const { outgoing } = c.env;
  if (fault.name === 'lost_answer') {
    outgoing.destroy();
    return;
  }
  const whole = Buffer.from(await c.res.arrayBuffer());
  const body = fault.name === 'malformed_json' ? whole.subarray(0, Math.max(0, whole.length - 2)) : whole;
  const headers = { ...Object.fromEntries(c.res.headers), 'content-length': String(body.length) };
  outgoing.writeHead(c.res.status, headers);
  if (fault.name === 'malformed_json') {
    outgoing.end(body);
    return;
  }
  outgoing.flushHeaders();
  const arrives = Math.min(fault.bytes ?? 0, Math.max(0, body.length - 1));
  outgoing.write(body.subarray(0, arrives));
  if (fault.name === 'cut') {
    outgoing.socket?.destroySoon();
    return;
  }
  await stall(c, fault, clock, closing);
  if (!outgoing.destroyed) outgoing.end(body.subarray(arrives));
}

/** Waits for as long as a stall lasts, or until the client has left. */
export async function stall(
  c: RequestContext,
  { ms }: Fault,
  clock: Clock,
  closing: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  c.env.outgoing.once('close', leave);
  closing.addEventListener('abort', leave);
  await pause(clock, ms ?? 2 ** 31 - 1, gone.signal);
  closing.removeEventListener('abort', leave);
}
