import type { Artifact } from '@sogni/intelligence-client/workflows';
import { ORIGIN } from '../http/origin.ts';
import { fileName, type StoredMedia } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import { stepUnits, tokenOf, usesVendorModel } from '../workflows/cost.ts';
import { appendEvent } from '../workflows/transitions.ts';
import type { PlanStep, StoredStep, StoredWorkflow } from '../workflows/types.ts';
import type { StepError } from './step-error.ts';

/** A file a step made, and what to say about it. */
export interface FinishedOutput {
  media: StoredMedia;
  seed?: number;
  metadata?: Record<string, unknown>;
}

/** A step that is being settled. The caller wraps it in the one transaction that makes the step happen once. */
export interface Settlement {
  store: Store;
  workflow: StoredWorkflow;
  plan: PlanStep;
  step: StoredStep;
  now: number;
}

/** Writes everything a finished step causes: files, artifacts, events, its line in the ledger, and the debit. */
export function completeStep(
  { store, workflow, plan, step, now }: Settlement,
  outputs: readonly FinishedOutput[],
  result: Record<string, unknown> | undefined,
): void {
  outputs.forEach((output, index) => {
    store.media.insert(output.media);
    const artifact = artifactOf(plan, index, output);
    store.artifacts.insert(workflow.number, { step: step.sequence, artifact });
    appendEvent(store, workflow, now, 'artifact_created', { data: { artifact } });
  });
  const { detail } = step;
  store.steps.save(workflow.number, {
    ...step,
    status: 'completed',
    detail: { ...detail, ...(result ? { result } : {}) },
  });
  const priced = { toolName: plan.toolName, arguments: detail.arguments ?? plan.arguments };
  const units = stepUnits(priced);
  const token = tokenOf(workflow.state.tokenType, priced);
  store.effects.insert(workflow.number, { step: step.id, wallet: workflow.wallet, token, units, at: now });
  store.wallets.spend(workflow.wallet, token, units, usesVendorModel(priced));
  appendEvent(store, workflow, now, 'step_completed', { data: { stepId: step.id, toolName: plan.toolName } });
  store.workflows.save(workflow);
}

/** Writes that a step failed; the run goes on with the steps that do not need it. */
export function failStep({ store, workflow, plan, step, now }: Settlement, error: StepError): void {
  const { message, code, retryable } = error;
  store.steps.save(workflow.number, {
    ...step,
    status: 'failed',
    detail: { ...step.detail, error: { message, code } },
  });
  const data = { stepId: step.id, toolName: plan.toolName, errorType: code, retryable };
  appendEvent(store, workflow, now, 'step_failed', { message, data });
  store.workflows.save(workflow);
}

function artifactOf(
  { id: stepId, toolName }: PlanStep,
  index: number,
  { media, seed, metadata }: FinishedOutput,
): Artifact {
  const { kind, width, height, durationSeconds } = media.detail;
  return {
    id: `art_${stepId}_${index}`,
    kind,
    mediaType: kind,
    mimeType: media.mimeType,
    url: `${ORIGIN}/_media/out/${fileName(media)}`,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(durationSeconds === undefined ? {} : { duration: durationSeconds, durationSeconds }),
    sizeBytes: media.sizeBytes,
    stepId,
    toolName,
    ...(seed === undefined ? {} : { seed }),
    ...(metadata ? { metadata } : {}),
  };
}
