import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { badRequest } from '../http/api-error.ts';
import type { RouteTable } from '../http/app.ts';
import type { Emulation, RequestContext } from '../http/environment.ts';
import { streamEvents } from '../http/event-stream.ts';
import { sendJson } from '../http/respond.ts';
import { workflowOf } from './workflows.ts';

const BASE = '/v1/creative-agent/workflows/:id/events';

/** The event log, as a list and as a stream. Source: rest-api 4, 8.8. */
export function workflowEventRoutes(emulation: Emulation): RouteTable {
  return {
    [BASE]: { GET: (c) => list(c, emulation) },
    [`${BASE}/stream`]: { GET: (c) => stream(c, emulation) },
  };
}

function list(c: RequestContext, emulation: Emulation): Response {
  const workflow = workflowOf(c, emulation);
  const events = emulation.store.events.after(
    workflow.number,
    cursorOf(c.req.query('after')),
    workflow.nextSequence,
  );
  return sendJson(c, `{"status":"success","data":{"events":[${events.map(({ json }) => json).join(',')}]}}`);
}

async function stream(c: RequestContext, emulation: Emulation): Promise<Response> {
  const workflow = workflowOf(c, emulation);
  const cursor = cursorOf(c.req.query('after') ?? c.req.header('last-event-id'));
  if (c.req.method === 'HEAD')
    return c.body(null, 200, { 'content-type': 'text/event-stream; charset=utf-8' });
  await streamEvents(c, workflow, cursor, emulation);
  return RESPONSE_ALREADY_SENT;
}

/** The last sequence the client has; -1 when it has none. Throws 400 for anything but a decimal number. */
function cursorOf(text: string | undefined): number {
  if (text === undefined || text === '') return -1;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw badRequest(
    `The event cursor is ${JSON.stringify(text)}; give the sequence of the last event seen, 0 or more`,
  );
}
