import { HOSTED_TOOLS, resolveToolName } from '@sogni/intelligence-client/tools';
import type { CostPreview } from '@sogni/intelligence-client/workflows';
import { badRequest, conflict } from '../http/api-error.ts';
import { previewToken, stepUnits } from './cost.ts';
import { isRecord } from './is-record.ts';
import type { PlanStep, StoredWorkflow, WorkflowRequest } from './types.ts';

/** Milliseconds a preview may be confirmed. Source: rest-api 19 Q22. */
const PREVIEW_VALIDITY = 5 * 60_000;

/** What a run will cost, valid from `now`. Source: rest-api 8.11. */
export function createPreview(request: WorkflowRequest, tokenType: string, now: number): CostPreview {
  return {
    totalEstimatedCapacityUnits: request.units,
    perStageBreakdown: request.steps.map((step) => ({
      stageId: step.id,
      units: stepUnits(step),
      assumptions: [assumption(step)],
    })),
    tokenType: previewToken(tokenType, request.steps),
    ...(request.maxUnits === undefined ? {} : { maxAcceptableUnits: request.maxUnits }),
    expectedDurationSeconds: request.steps.length * 45,
    validityUntil: new Date(now + PREVIEW_VALIDITY).toISOString(),
  };
}

function assumption({ toolName, arguments: args }: PlanStep): string {
  const tool = resolveToolName(toolName);
  const kind = (tool && HOSTED_TOOLS[tool].output[0]) ?? 'result';
  const count = typeof args.numberOfVariations === 'number' ? args.numberOfVariations : 1;
  if (kind !== 'video' && kind !== 'audio') return `${count} ${kind}${count === 1 ? '' : 's'}`;
  const seconds = typeof args.duration === 'number' ? `${args.duration} s ` : '';
  return `${count} ${seconds}${kind}${count === 1 ? '' : 's'}`;
}

/** Whether the preview of a waiting workflow has to be made anew. */
export function isExpired(preview: CostPreview | undefined, now: number): boolean {
  return preview?.validityUntil === undefined || Date.parse(preview.validityUntil) <= now;
}

/** Throws unless `accepted` is the preview the workflow waits with, and still valid. Source: rest-api 8.11. */
export function checkAccepted(workflow: StoredWorkflow, accepted: unknown, now: number): void {
  const { preview } = workflow.state;
  if (!isRecord(accepted))
    throw badRequest('acceptedCostPreview must be the preview object as it was received');
  const { validityUntil } = accepted;
  const old = typeof validityUntil === 'string' && Date.parse(validityUntil) <= now;
  const same =
    accepted.totalEstimatedCapacityUnits === preview?.totalEstimatedCapacityUnits &&
    (accepted.tokenType === undefined || accepted.tokenType === preview?.tokenType);
  if (old || !same) {
    throw conflict(
      `The accepted cost preview of workflow ${workflow.id} ${old ? 'has expired' : 'is not the current one'}; read the workflow again and confirm its billingPreview`,
      { preview: preview ?? null },
    );
  }
}
