import { HOSTED_TOOLS, resolveToolName } from '@sogni/intelligence-client/tools';
import type { StoredArtifact } from '../store/artifacts.ts';
import type { Store } from '../store/store.ts';
import { stepUnits, usesVendorModel } from './cost.ts';
import type { PlanStep, StoredStep, StoredWorkflow } from './types.ts';

/** A workflow as clients see it, without its events. Source: rest-api 8.5. */
export function recordOf(workflow: StoredWorkflow, store: Store): Record<string, unknown> {
  return buildRecord(workflow, store.steps.all(workflow.number), store.artifacts.all(workflow.number));
}

/** The record of a workflow that has just been accepted: nothing has run yet. */
export function freshRecord(workflow: StoredWorkflow): Record<string, unknown> {
  const steps = workflow.request.steps.map(({ id }, sequence) => ({
    sequence,
    id,
    status: 'queued',
    detail: {},
  }));
  return buildRecord(workflow, steps, []);
}

/** Adds the event log to a record's JSON, without parsing the log. */
export function withEvents(record: Record<string, unknown>, events: readonly { json: string }[]): string {
  return `${JSON.stringify(record).slice(0, -1)},"events":[${events.map(({ json }) => json).join(',')}]}`;
}

function buildRecord(
  workflow: StoredWorkflow,
  steps: StoredStep[],
  artifacts: StoredArtifact[],
): Record<string, unknown> {
  const { id, status, request, state, createdAt, updatedAt, resumeCount } = workflow;
  const { kind, title, safeContentFilter, input } = request;
  const waitsForCost = state.waitingReason?.startsWith('cost_') ?? false;
  return {
    workflowId: id,
    kind,
    title,
    status,
    waitingReason: state.waitingReason,
    awaitingCostApproval: status === 'waiting_for_user' && waitsForCost,
    safeContentFilter,
    input,
    plan: planRecord(workflow),
    steps: request.steps.map((step, sequence) => stepRecord(step, sequence, steps[sequence], artifacts)),
    artifacts: artifacts.map(({ artifact }) => artifact),
    billingPreview: state.preview,
    createTime: Math.floor(createdAt / 1000),
    updateTime: Math.floor(updatedAt / 1000),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    error: state.error,
    usage: usageOf(artifacts),
    ...(resumeCount > 0 ? { recovery: { resumeCount } } : {}),
  };
}

function planRecord({ request, state }: StoredWorkflow): Record<string, unknown> {
  const { title, steps, units, billingMode, appSource, clonedFrom } = request;
  return {
    title,
    steps: steps.map((step, sequence) => ({ sequence, ...step })),
    estimatedCapacityUnits: units,
    tokenType: state.tokenType,
    billingMode,
    appSource,
    clonedFrom,
  };
}

function stepRecord(
  step: PlanStep,
  sequence: number,
  stored: StoredStep | undefined,
  artifacts: StoredArtifact[],
): Record<string, unknown> {
  const { id, toolName, dependsOn } = step;
  const { arguments: resolved, seed, error, result } = stored?.detail ?? {};
  const tool = resolveToolName(toolName);
  return {
    id,
    sequence,
    toolName,
    status: stored?.status ?? 'queued',
    arguments: resolved ?? step.arguments,
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    seed: seed ?? step.seed,
    cost: tool && {
      estimate: { costClass: HOSTED_TOOLS[tool].costClass, unit: 'operation', quantity: stepUnits(step) },
      vendor: usesVendorModel(step),
    },
    artifacts: artifacts.filter((artifact) => artifact.step === sequence).map(({ artifact }) => artifact),
    error,
    result,
  };
}

function usageOf(artifacts: StoredArtifact[]): Record<string, number> {
  const count = (kind: string) => artifacts.filter(({ artifact }) => artifact.kind === kind).length;
  return { images: count('image'), videos: count('video'), audios: count('audio') };
}
