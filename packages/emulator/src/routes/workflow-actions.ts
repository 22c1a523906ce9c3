import type { RouteTable } from '../http/app.ts';
import { readJson } from '../http/body.ts';
import { idempotencyKeyOf } from '../http/caller.ts';
import type { Emulation, RequestContext } from '../http/environment.ts';
import { sendData } from '../http/respond.ts';
import { confirmCost } from '../workflows/confirm-cost.ts';
import { recordOf } from '../workflows/record.ts';
import { reseedWorkflow } from '../workflows/reseed.ts';
import { resumeWorkflow } from '../workflows/resume.ts';
import { cancelWorkflow } from '../workflows/transitions.ts';
import { isEnded, type StoredWorkflow } from '../workflows/types.ts';
import { workflowOf } from './workflows.ts';

const BASE = '/v1/creative-agent/workflows/:id';

/** Cancel, resume, reseed and cost approval. Source: rest-api 8.10, 8.11. */
export function workflowActionRoutes(emulation: Emulation): RouteTable {
  return {
    [`${BASE}/cancel`]: { POST: (c) => cancel(c, emulation) },
    [`${BASE}/resume`]: { POST: (c) => resume(c, emulation) },
    [`${BASE}/reseed`]: { POST: (c) => reseed(c, emulation) },
    [`${BASE}/confirm-cost`]: { POST: (c) => confirm(c, emulation) },
  };
}

async function cancel(c: RequestContext, emulation: Emulation): Promise<Response> {
  await readJson(c);
  const workflow = workflowOf(c, emulation);
  const transitioned = !isEnded(workflow.status);
  const { store, clock, scheduler } = emulation;
  if (transitioned) {
    store.transaction(() => cancelWorkflow(store, workflow, clock.now(), 'Cancelled by the user'));
    scheduler.interrupt(workflow.number);
    store.events.changed(workflow.number);
  }
  return send(c, emulation, workflow, { transitioned });
}

async function resume(c: RequestContext, emulation: Emulation): Promise<Response> {
  const { fields } = await readJson(c);
  const workflow = workflowOf(c, emulation);
  const resumed = resumeWorkflow(workflow, fields, emulation);
  return send(c, emulation, workflow, { resumed }, resumed ? 202 : 200);
}

async function reseed(c: RequestContext, emulation: Emulation): Promise<Response> {
  const { fields } = await readJson(c);
  const source = workflowOf(c, emulation);
  const { workflow, replayed } = reseedWorkflow(
    source,
    fields,
    idempotencyKeyOf(c),
    c.get('faults'),
    emulation,
  );
  const steps = workflow.request.steps.map(({ id, seed }) => ({ id, stepId: id, seed, newSeed: seed }));
  const details = { cloned_from_run_id: workflow.request.clonedFrom, steps };
  const extras = { ...(replayed ? { idempotent: true } : {}), reseed: details };
  return send(c, emulation, workflow, extras, replayed ? 200 : 201);
}

async function confirm(c: RequestContext, emulation: Emulation): Promise<Response> {
  const body = await readJson(c);
  const workflow = workflowOf(c, emulation);
  confirmCost(workflow, body.fields, idempotencyKeyOf(c), emulation);
  return send(c, emulation, workflow, {});
}

function send(
  c: RequestContext,
  { store }: Emulation,
  { number }: StoredWorkflow,
  extras: Record<string, unknown>,
  status = 200,
): Response {
  return sendData(c, { workflow: recordOf(store.workflows.get(number), store), ...extras }, status);
}
