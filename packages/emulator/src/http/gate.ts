import { randomUUID } from 'node:crypto';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { pause } from '../clock.ts';
import { answerFault } from '../faults/answers.ts';
import type { Fault } from '../faults/catalog.ts';
import { isBodyFault, sendHarmed } from '../faults/harmed-answer.ts';
import { FAULT_HEADER } from '../faults/header.ts';
import { badRequest } from './api-error.ts';
import { ALLOWED_HEADERS, CORS_HEADERS, PREFLIGHT_HEADERS } from './cors.ts';
import type { Emulation, RequestContext, RequestEnvironment } from './environment.ts';
import { thrownResponse } from './error-response.ts';

/** What surrounds every request: its id, CORS, faults and the request log. */
export function gate(emulation: Emulation): MiddlewareHandler<RequestEnvironment> {
  const { onRequest } = emulation;
  return async (c, next) => {
    const requestId = `req_${randomUUID()}`;
    c.set('requestId', requestId);
    c.header('x-request-id', requestId);
    for (const [name, value] of Object.entries(CORS_HEADERS)) c.header(name, value);
    if (c.req.method === 'OPTIONS') {
      const asked = c.req.header('access-control-request-headers');
      return c.body(null, 204, {
        ...PREFLIGHT_HEADERS,
        'access-control-allow-headers': asked ?? ALLOWED_HEADERS,
      });
    }
    const started = performance.now();
    try {
      await withFaults(c, next, emulation);
    } catch (error) {
      c.res = thrownResponse(c, error);
    }
    const ms = Math.round(performance.now() - started);
    onRequest?.(`${c.req.method} ${c.req.path} ${statusOf(c)} ${ms} ms ${requestId}`);
    return undefined;
  };
}

async function withFaults(
  c: RequestContext,
  next: () => Promise<void>,
  { faults, clock, closing }: Emulation,
): Promise<void> {
  const taken = takeFaults(c, faults);
  c.set('faults', taken);
  if (taken.length === 0) return next();
  const latency = taken.find(({ name }) => name === 'latency');
  if (latency) await pause(clock, latency.ms ?? 100, closing);
  const answer = answerFault(taken);
  if (answer) {
    c.res = answer(c);
    return;
  }
  await next();
  const harmful = taken.find(isBodyFault);
  if (!harmful || c.env.outgoing.headersSent || c.env.outgoing.destroyed) return;
  await sendHarmed(c, harmful, clock, closing);
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
}

function takeFaults(c: RequestContext, faults: Emulation['faults']): Fault[] {
  try {
    return faults.take(c.req.method, c.req.path, c.req.header(FAULT_HEADER) ?? null);
  } catch (error) {
    throw badRequest(`${FAULT_HEADER}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function statusOf(c: RequestContext): number {
  return c.env.outgoing.headersSent ? c.env.outgoing.statusCode : c.res.status;
}
