import { drawSeed, MAX_SEED } from '../executor/seed.ts';
import { type Fault, isStartFault } from '../faults/catalog.ts';
import { badRequest, conflict } from '../http/api-error.ts';
import { field } from '../http/body.ts';
import type { Emulation } from '../http/environment.ts';
import { isRecord } from './is-record.ts';
import { readBillingMode, readTokenType } from './start-request.ts';
import { acceptStart, storeStart } from './start-workflow.ts';
import type { StoredWorkflow } from './types.ts';

/**
 * Runs a finished plan again with other seeds: those given, random ones elsewhere. Under a key that was used before the
 * first copy is returned. Throws 409 unless the source is completed or partially so. Source: rest-api 8.10.
 */
export function reseedWorkflow(
  source: StoredWorkflow,
  fields: Record<string, unknown>,
  key: string | undefined,
  faults: readonly Fault[],
  emulation: Emulation,
): { workflow: StoredWorkflow; replayed: boolean } {
  const { store, scheduler } = emulation;
  const { wallet, status, id, request } = source;
  const first = key === undefined ? undefined : store.idempotency.find(wallet, 'reseed', key);
  if (first !== undefined) return { workflow: store.workflows.get(first), replayed: true };
  if (status !== 'completed' && status !== 'partial_failure') {
    throw conflict(
      `Workflow ${id} is ${status}; only a completed or partially completed one can be reseeded`,
    );
  }
  const overrides = readOverrides(field(fields, 'seed_overrides'), source);
  const steps = request.steps.map((step) => ({ ...step, seed: overrides.get(step.id) ?? drawSeed() }));
  const tokenType = readTokenType(fields) ?? source.state.tokenType;
  const billingMode = readBillingMode(fields) ?? request.billingMode;
  const appSource = field(fields, 'app_source');
  const copy = {
    ...request,
    steps,
    clonedFrom: id,
    ...(billingMode === undefined ? {} : { billingMode }),
    ...(typeof appSource === 'string' ? { appSource } : {}),
  };
  const fault = faults.find(isStartFault);
  const accepted = acceptStart({ request: copy, tokenType, confirmCost: true }, wallet, emulation, fault);
  const caller = { wallet, idempotencyKey: key };
  const workflow = store.transaction(() => storeStart(accepted, caller, 'reseed', emulation));
  if (!accepted.waits) scheduler.wake(workflow.number);
  return { workflow, replayed: false };
}

function readOverrides(value: unknown, { id, request }: StoredWorkflow): Map<string, number> {
  if (value === undefined || value === null) return new Map();
  if (!isRecord(value)) throw badRequest('seed_overrides must be an object of step ids and seeds');
  return new Map(
    Object.entries(value).map(([stepId, seed]) => {
      if (!request.steps.some((step) => step.id === stepId)) {
        throw badRequest(`seed_overrides names the step "${stepId}", which workflow ${id} does not have`);
      }
      if (typeof seed !== 'number' || !Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) {
        throw badRequest(
          `seed_overrides.${stepId} is ${JSON.stringify(seed)}; give a whole number from 0 to ${MAX_SEED}`,
        );
      }
      return [stepId, seed];
    }),
  );
}
