import type { Workflow, WorkflowEvent, WorkflowStep } from '@sogni/intelligence-client';
import { records } from '../workflows/records.ts';

type StepStanding = 'pending' | 'running' | 'waiting' | 'completed' | 'failed';

/** A step as far as it is shown. Times are milliseconds of the server's clock. */
export interface StepView {
  id: string;
  tool: string;
  standing: StepStanding;
  /** 0 to 1. */
  progress: number;
  startedAt?: number;
  progressAt?: number;
  endedAt?: number;
}

/** A run as far as it is shown. Times are milliseconds of the server's clock, but for `heardAt`. */
export interface RunView {
  id: string;
  title: string;
  status: string;
  steps: readonly StepView[];
  startedAt?: number;
  latestAt?: number;
  endedAt?: number;
  /** When the latest event arrived, by the clock here. */
  heardAt?: number;
}

const FINAL = ['workflow_completed', 'workflow_failed', 'workflow_cancelled'];

/** The view of a run before the events behind `after`. Those up to it are taken from the record, for their times. */
export function viewOf(workflow: Workflow, after = -1): RunView {
  const { workflowId, title, status, steps, events } = workflow;
  const view = { id: workflowId, title: title ?? '', status, steps: records(steps).map(stepView) };
  return records(events)
    .filter(({ sequence }) => sequence <= after)
    .reduce<RunView>((seen, event) => applyEvent(seen, event, Date.now()), view);
}

function stepView({ id, toolName, status }: WorkflowStep): StepView {
  const standing = STANDINGS[status ?? ''] ?? 'pending';
  return { id, tool: toolName ?? '', standing, progress: standing === 'completed' ? 1 : 0 };
}

const STANDINGS: Record<string, StepStanding> = {
  running: 'running',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
  waiting_for_user: 'waiting',
};

/** The view after an event. `heardAt` is when it arrived, in milliseconds of the clock here. */
export function applyEvent(view: RunView, event: WorkflowEvent, heardAt: number): RunView {
  const at = timeOf(event) ?? heardAt;
  const next: RunView = {
    ...view,
    status: event.status ?? view.status,
    steps: withStep(view.steps, event, at),
    startedAt: view.startedAt ?? at,
    latestAt: at,
    heardAt,
  };
  return FINAL.includes(event.type) ? { ...next, endedAt: at } : next;
}

/** The server's time now: the latest event's, and what has passed here since. Clocks that differ do no harm. */
export function serverTime(view: RunView, now: number): number {
  return view.endedAt ?? (view.latestAt ?? now) + (view.heardAt === undefined ? 0 : now - view.heardAt);
}

function withStep(steps: readonly StepView[], event: WorkflowEvent, at: number): readonly StepView[] {
  const change = stepChange(event, at);
  if (change === undefined) return steps;
  const id = event.data?.stepId ?? steps.find(({ standing }) => standing === 'running')?.id;
  if (id === undefined) return steps;
  if (steps.some((step) => step.id === id)) {
    return steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  }
  const fresh: StepView = { id, tool: event.data?.toolName ?? '', standing: 'pending', progress: 0 };
  return [...steps, { ...fresh, ...change }];
}

function stepChange({ type, data }: WorkflowEvent, at: number): Partial<StepView> | undefined {
  switch (type) {
    case 'step_started':
      return { standing: 'running', progress: 0, startedAt: at };
    case 'workflow_progress': {
      if (typeof data?.progress !== 'number') return undefined;
      return { standing: 'running', progress: Math.min(1, Math.max(0, data.progress)), progressAt: at };
    }
    case 'step_completed':
      return { standing: 'completed', progress: 1, endedAt: at };
    case 'step_failed':
      return { standing: 'failed', endedAt: at };
    case 'step_waiting_for_user':
      return { standing: 'waiting' };
    default:
      return undefined;
  }
}

function timeOf({ timestamp }: WorkflowEvent): number | undefined {
  if (typeof timestamp === 'number') return timestamp < 1e11 ? timestamp * 1000 : timestamp;
  const time = Date.parse(timestamp ?? '');
  return Number.isNaN(time) ? undefined : time;
}
