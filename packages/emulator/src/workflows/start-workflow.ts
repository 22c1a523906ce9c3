import { randomUUID } from 'node:crypto';
import type { WorkflowStatus } from '@sogni/intelligence-client/workflows';
import type { StartFault } from '../faults/catalog.ts';
import { ApiError, badRequest, conflict } from '../http/api-error.ts';
import type { Emulation } from '../http/environment.ts';
import type { Store } from '../store/store.ts';
import { previewToken, stepUnits, usesVendorModel } from './cost.ts';
import type { StartRequest } from './start-request.ts';
import { pauseWorkflow } from './transitions.ts';
import type { PlanStep, StoredWorkflow, WorkflowRequest } from './types.ts';

/** Who starts, and under which key. */
export interface StartCaller {
  wallet: string;
  idempotencyKey: string | undefined;
}

/** A workflow that has been looked at and may be stored. */
export interface AcceptedStart {
  request: WorkflowRequest;
  tokenType: string;
  /** Whether the run waits for cost approval before anything happens. */
  waits: boolean;
  fault: StartFault | undefined;
}

/**
 * Holds a start against money and limits. Throws 402 for vendor models without premium Spark and for a plan that does
 * not cover the work, 400 above the ceiling or when cost was declined, 409 with too many active workflows.
 */
export function acceptStart(
  { request, tokenType, confirmCost }: StartRequest,
  wallet: string,
  emulation: Emulation,
  fault: StartFault | undefined,
): AcceptedStart {
  checkSubscription(request.steps, request.billingMode);
  checkPremium(request.steps, wallet, emulation.store);
  const { units, maxUnits } = request;
  if (maxUnits !== undefined && units > maxUnits) {
    throw badRequest(
      `The plan is estimated at ${units} capacity units, above the ceiling of ${maxUnits}; raise max_estimated_capacity_units or shorten the plan`,
      { estimatedCapacity: units, maxEstimatedCapacityUnits: maxUnits },
    );
  }
  if (confirmCost === false && units > 0) {
    throw badRequest('Cost confirmation is required; send the plan again with confirm_cost: true', {
      estimatedCapacity: units,
      tokenType: previewToken(tokenType, request.steps),
    });
  }
  checkActive(wallet, emulation);
  const waits =
    fault?.name === 'cost_approval_required' || (emulation.requireCostApproval && !confirmCost && units > 0);
  return { request, tokenType, waits, fault: fault?.name === 'cost_approval_required' ? undefined : fault };
}

/** Throws the 409 of rest-api 20.18 when the wallet has its fill of active workflows. */
function checkActive(wallet: string, { store, activeWorkflowLimit: limit }: Emulation): void {
  if (!Number.isFinite(limit)) return;
  const count = store.workflows.countActive(wallet, limit);
  if (count < limit) return;
  throw tooManyActive(count, limit);
}

/** 409 for too many active workflows. */
export function tooManyActive(count: number, limit: number): ApiError {
  return conflict('Too many active creative workflows; wait for one to end, or cancel one', {
    activeWorkflowCount: count,
    activeWorkflowLimit: limit,
  });
}

/** Stores a start and its key; to be called in one transaction. */
export function storeStart(
  accepted: AcceptedStart,
  caller: StartCaller,
  route: string,
  emulation: Emulation,
): StoredWorkflow {
  const { store, clock } = emulation;
  const { request, tokenType, waits, fault } = accepted;
  const now = clock.now();
  const prefix = request.kind === 'image_to_video' ? 'wf_image_to_video_' : 'wf_durable_workflow_';
  const status: WorkflowStatus = 'queued';
  const workflow = store.workflows.insert({
    id: `${prefix}${randomUUID()}`,
    wallet: caller.wallet,
    status,
    nextSequence: 0,
    resumeCount: 0,
    ...(caller.idempotencyKey === undefined ? {} : { idempotencyKey: caller.idempotencyKey }),
    createdAt: now,
    updatedAt: now,
    request,
    state: { tokenType, ...(fault ? { fault } : {}) },
  });
  store.steps.insertAll(
    workflow.number,
    request.steps.map(({ id }) => id),
  );
  if (waits)
    pauseWorkflow(store, workflow, now, 'cost_approval_required', 'The cost has to be approved first');
  if (caller.idempotencyKey !== undefined) {
    store.idempotency.keep(caller.wallet, route, caller.idempotencyKey, workflow.number);
  }
  return workflow;
}

/** Throws 402 when the subscription alone is to pay for work that it does not cover: nobody has one here. */
export function checkSubscription(steps: readonly PlanStep[], billingMode: string | undefined): void {
  if (billingMode !== 'subscription' || steps.every((step) => stepUnits(step) === 0)) return;
  throw new ApiError(
    402,
    'The wallet has no subscription that covers this; use billing_mode "auto" or "tokens"',
    {},
    4078,
  );
}

function checkPremium(steps: readonly PlanStep[], wallet: string, { wallets }: Store): void {
  const vendorUnits = steps.filter(usesVendorModel).reduce((sum, step) => sum + stepUnits(step), 0);
  if (vendorUnits === 0) return;
  const { premiumSpark } = wallets.account(wallet);
  if (premiumSpark >= vendorUnits) return;
  throw new ApiError(
    402,
    `Vendor models are paid in premium Spark: this plan needs ${vendorUnits}, the wallet has ${premiumSpark}; buy Spark or use another model`,
    { details: { requiredPremiumSpark: vendorUnits, premiumSpark } },
  );
}
