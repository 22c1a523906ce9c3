import { resolveToolName } from '@sogni/intelligence-client/tools';
import { stepUnits, tokenOf, usesVendorModel } from '../workflows/cost.ts';
import { appendEvent, ensureStarted, pauseWorkflow } from '../workflows/transitions.ts';
import type { PlanStep, StoredStep, StoredWorkflow } from '../workflows/types.ts';
import { createMediaSpace } from './media-space.ts';
import { resolveArguments } from './resolve-arguments.ts';
import { type ActiveStep, asStepError, changeRun, type RunServices } from './run-services.ts';
import { seedOf, withSeed } from './seed.ts';
import { failStep } from './settle-step.ts';
import { StepError } from './step-error.ts';

/**
 * Resolves the arguments of a step, sets its price aside and writes `step_started`. A step that cannot start fails, and a
 * wallet that has too little pauses the run; both give `undefined`.
 */
export async function beginStep(
  workflow: StoredWorkflow,
  steps: readonly StoredStep[],
  plan: PlanStep,
  step: StoredStep,
  services: RunServices,
): Promise<ActiveStep | undefined> {
  const { store, clock } = services;
  const { number, request } = workflow;
  const space = createMediaSpace(store.artifacts.all(number), request.media, store.media);
  const resolved = await resolveArguments(plan, { steps, space, files: store.files }).catch(asStepError);
  const failed = resolved instanceof StepError;
  const tool = resolveToolName(plan.toolName);
  const args = failed || !tool ? plan.arguments : withSeed(tool, resolved, plan.seed);
  const release = failed ? () => {} : holdCredit(workflow, plan, args, services);
  if (!release) return undefined;
  const started = changeRun(services, number, (current) => {
    const now = clock.now();
    current.status = 'running';
    ensureStarted(store, current, now);
    appendEvent(store, current, now, 'step_started', { data: { stepId: step.id, toolName: plan.toolName } });
    if (failed) {
      failStep({ store, workflow: current, plan, step, now }, resolved);
      return undefined;
    }
    const running = {
      ...step,
      status: 'running',
      detail: { arguments: args, seed: seedOf(plan.seed, args) },
    };
    store.steps.save(number, running);
    store.workflows.save(current);
    return { plan, step: running, release };
  });
  if (!started) release();
  return started;
}

/** Goes on with a step that was under way when the process ended, or when the run was paused. */
export function continueStep(
  workflow: StoredWorkflow,
  plan: PlanStep,
  step: StoredStep,
  services: RunServices,
): ActiveStep | undefined {
  const release = holdCredit(workflow, plan, step.detail.arguments ?? plan.arguments, services);
  if (!release) return undefined;
  changeRun(services, workflow.number, (current) => {
    current.status = 'running';
    services.store.workflows.save(current);
  });
  return { plan, step, release };
}

function holdCredit(
  { number, wallet, state }: StoredWorkflow,
  { toolName, id }: PlanStep,
  args: Record<string, unknown>,
  services: RunServices,
): (() => void) | undefined {
  const { store, clock, reservations } = services;
  const priced = { toolName, arguments: args };
  const token = tokenOf(state.tokenType, priced);
  const units = stepUnits(priced);
  const release = reservations.hold(wallet, token, units, usesVendorModel(priced));
  if (release) return release;
  changeRun(services, number, (current) => {
    const message = `Step ${id} costs ${units} ${token}, more than the wallet has; add credit and resume, or cancel`;
    pauseWorkflow(store, current, clock.now(), 'insufficient_credit', message);
  });
  return undefined;
}
