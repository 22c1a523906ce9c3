import { pause } from '../clock.ts';
import { appendEvent, pauseWorkflow } from '../workflows/transitions.ts';
import type { StoredStep } from '../workflows/types.ts';
import { beginStep, continueStep } from './begin-step.ts';
import { conclude } from './conclude.ts';
import { createMediaSpace } from './media-space.ts';
import { performStep } from './perform-step.ts';
import { plannedFailure, plannedPause } from './planned-faults.ts';
import { type ActiveStep, asStepError, changeRun, isActive, type RunServices } from './run-services.ts';
import { completeStep, failStep } from './settle-step.ts';
import { StepError } from './step-error.ts';

const PROGRESS_PARTS = 4;

/**
 * Carries a workflow on from wherever the database says it stands, until it ends, pauses or the signal stops it.
 *
 * Every step is written down before and after it runs, and its results, events and debit in one transaction. A process
 * that dies in between finds the step still `running`, with the arguments and the seed it had, and does it again; nothing
 * it did the first time was kept.
 */
export async function runWorkflow(number: number, services: RunServices, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const step = nextStep(number, services);
    if (!step) return;
    const active = await step;
    if (!active) continue;
    try {
      await runStep(number, active, services, signal);
    } finally {
      active.release();
    }
  }
}

/** The step that is to run now; `undefined` when the run has ended, is paused or was cancelled. */
function nextStep(number: number, services: RunServices): Promise<ActiveStep | undefined> | undefined {
  const { store, clock } = services;
  const workflow = store.workflows.get(number);
  if (!isActive(workflow)) return undefined;
  const steps = store.steps.all(number);
  const step = steps.find(({ status }) => status === 'queued' || status === 'running');
  const plan = step && workflow.request.steps[step.sequence];
  if (!step || !plan) {
    changeRun(services, number, (current) => conclude(store, current, steps, clock.now()));
    return undefined;
  }
  const planned = plannedPause(workflow);
  if (planned) {
    changeRun(services, number, (current) => {
      delete current.state.fault;
      pauseWorkflow(store, current, clock.now(), planned.waitingReason, planned.message);
    });
    return undefined;
  }
  if (step.status === 'running') return Promise.resolve(continueStep(workflow, plan, step, services));
  return beginStep(workflow, steps, plan, step, services);
}

async function runStep(
  number: number,
  { plan, step }: ActiveStep,
  services: RunServices,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, renders } = services;
  await takeTime(number, step, services, signal);
  if (signal.aborted) return;
  const { request, state } = store.workflows.get(number);
  const space = createMediaSpace(store.artifacts.all(number), request.media, store.media);
  const failure = plannedFailure(request.steps, state.fault, step.id);
  const work = async () =>
    failure ?? performStep(plan.toolName, step, store.steps.all(number), space, renders).catch(asStepError);
  const done = await Promise.race([work(), aborted(signal)]);
  if (signal.aborted || done === undefined) return;
  changeRun(services, number, (workflow) => {
    const settlement = { store, workflow, plan, step, now: clock.now() };
    if (failure) delete workflow.state.fault;
    if (done instanceof StepError) failStep(settlement, done);
    else completeStep(settlement, done.outputs, done.result);
  });
}

/** A renderer that takes its time must not hold up a cancellation or the end of the emulator. */
function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
}

/** Lets the step's time pass, with a progress event after each part; a step that takes no time has one, half-way. */
async function takeTime(
  number: number,
  step: StoredStep,
  services: RunServices,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, stepDelay } = services;
  const report = (progress: number) =>
    changeRun(services, number, (workflow) => {
      appendEvent(store, workflow, clock.now(), 'workflow_progress', { data: { stepId: step.id, progress } });
      store.workflows.save(workflow);
    });
  if (stepDelay === 0) {
    report(0.5);
    return;
  }
  for (let part = 1; part <= PROGRESS_PARTS && !signal.aborted; part += 1) {
    await pause(clock, stepDelay / PROGRESS_PARTS, signal);
    if (part < PROGRESS_PARTS && !signal.aborted) report(part / PROGRESS_PARTS);
  }
}
