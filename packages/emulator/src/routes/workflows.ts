import { isStartFault } from '../faults/catalog.ts';
import { ApiError, badRequest } from '../http/api-error.ts';
import type { RouteTable } from '../http/app.ts';
import { field, readJson } from '../http/body.ts';
import { callerOf, idempotencyKeyOf, keyCallerOf } from '../http/caller.ts';
import type { Emulation, RequestContext } from '../http/environment.ts';
import { sendData, sendJson } from '../http/respond.ts';
import { freshRecord, recordOf, withEvents } from '../workflows/record.ts';
import { refreshPreview } from '../workflows/refresh-preview.ts';
import { readStart } from '../workflows/start-request.ts';
import { acceptStart, storeStart } from '../workflows/start-workflow.ts';
import type { StoredWorkflow } from '../workflows/types.ts';

const BASE = '/v1/creative-agent/workflows';
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** Start, list and read. Source: rest-api 8. */
export function workflowRoutes(emulation: Emulation): RouteTable {
  return {
    [BASE]: { GET: (c) => list(c, emulation), POST: (c) => start(c, emulation) },
    [`${BASE}/:id`]: { GET: (c) => get(c, emulation) },
  };
}

/** The caller's workflow of the path. Throws 404 for an unknown id and for one of another wallet. */
export function workflowOf(c: RequestContext, emulation: Emulation): StoredWorkflow {
  const { wallet } = callerOf(c, emulation);
  const id = c.req.param('id') ?? '';
  const workflow = emulation.store.workflows.find(wallet, id);
  if (!workflow)
    throw new ApiError(404, `Workflow ${id} was not found; list the workflows for the ids of this wallet`);
  return refreshPreview(workflow, emulation);
}

async function start(c: RequestContext, emulation: Emulation): Promise<Response> {
  const { wallet } = keyCallerOf(c, emulation);
  const idempotencyKey = idempotencyKeyOf(c);
  const { fields, sent } = await readJson(c);
  if (!sent) throw badRequest('The body is empty; send a plan as "input"');
  const replayed = () => {
    const first =
      idempotencyKey === undefined
        ? undefined
        : emulation.store.idempotency.find(wallet, 'start', idempotencyKey);
    return first === undefined ? undefined : replay(c, first, emulation);
  };
  const earlier = replayed();
  if (earlier) return earlier;
  const fault = c.get('faults').find(isStartFault);
  const request = readStart(fields, c.req.header('x-token-type'));
  request.request.appSource ??= appSourceOf(c, fields);
  const accepted = acceptStart(request, wallet, emulation, fault);
  const { store, scheduler } = emulation;
  const workflow = store.transaction(() =>
    storeStart(accepted, { wallet, idempotencyKey }, 'start', emulation),
  );
  const record = freshRecord(workflow);
  const events = workflow.nextSequence > 0 ? store.events.after(workflow.number, -1, 100) : [];
  if (accepted.waits) return sendJson(c, startJson(record, events, workflow), 202);
  scheduler.wake(workflow.number);
  return sendJson(c, startJson(record, events, workflow), 201);
}

function replay(c: RequestContext, number: number, emulation: Emulation): Response {
  const { store } = emulation;
  const workflow = refreshPreview(store.workflows.get(number), emulation);
  const events = store.events.after(number, -1, workflow.nextSequence);
  return sendJson(c, startJson(recordOf(workflow, store), events, workflow, true));
}

function startJson(
  record: Record<string, unknown>,
  events: { json: string }[],
  { state }: StoredWorkflow,
  idempotent = false,
): string {
  const waiting = state.waitingReason === 'cost_approval_required' && state.preview;
  const pause = waiting ? `,"waitingForCostApproval":true,"preview":${JSON.stringify(state.preview)}` : '';
  const flag = idempotent ? ',"idempotent":true' : '';
  return `{"status":"success","data":{"workflow":${withEvents(record, events)}${pause}${flag}}}`;
}

function get(c: RequestContext, emulation: Emulation): Response {
  const workflow = workflowOf(c, emulation);
  const events = emulation.store.events.after(workflow.number, -1, workflow.nextSequence);
  const record = withEvents(recordOf(workflow, emulation.store), events);
  return sendJson(c, `{"status":"success","data":{"workflow":${record}}}`);
}

function list(c: RequestContext, emulation: Emulation): Response {
  const { wallet } = callerOf(c, emulation);
  const limit = Math.min(MAX_LIMIT, queryNumber(c, 'limit', DEFAULT_LIMIT, 1));
  const offset = queryNumber(c, 'offset', 0, 0);
  const found = emulation.store.workflows.list(wallet, limit + 1, offset);
  const workflows = found
    .slice(0, limit)
    .map((workflow) => recordOf(refreshPreview(workflow, emulation), emulation.store));
  return sendData(c, { workflows, next: found.length > limit ? offset + limit : null });
}

function queryNumber(c: RequestContext, name: string, fallback: number, minimum: number): number {
  const text = c.req.query(name);
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= minimum) return Math.min(value, Number.MAX_SAFE_INTEGER);
  throw badRequest(`${name} is ${JSON.stringify(text)}; give a whole number of ${minimum} or more`);
}

function appSourceOf(c: RequestContext, fields: Record<string, unknown>): string | undefined {
  const source = field(fields, 'app_source') ?? c.req.header('x-app-source');
  return typeof source === 'string' ? source : undefined;
}
