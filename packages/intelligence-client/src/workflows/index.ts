/** Durable creative workflows. */
export type {
  EventStream,
  Gap,
  ReconnectOptions,
  StreamEnding,
  StreamOptions,
} from '../event-stream/index.ts';
export { type ReadEventStreamOptions, readEventStream } from '../event-stream/index.ts';
export { createWorkflows } from './api.ts';
export { inlineMediaIssues } from './inline-media.ts';
export type { ApproveCost, ListEventsParams, RunOptions, WaitOptions, Workflows } from './namespace.ts';
export { MAX_PLAN_STEPS, planIssues } from './plan.ts';
export { DEPENDENCY_TRANSFORMS, INPUT_MEDIA } from './plan-dependencies.ts';
export { awaitsCostApproval } from './standing.ts';
export type * from './types.ts';
export { WorkflowFailedError } from './workflow-failed-error.ts';
