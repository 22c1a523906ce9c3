import type { EventStream, StreamOptions } from '../event-stream/index.ts';
import type { APIPromise } from '../transport/api-promise.ts';
import type { PagePromise } from '../transport/page.ts';
import type { RequestOptions } from '../transport/types.ts';
import type * as T from './types.ts';

/** Options of `listEvents`. */
export interface ListEventsParams {
  /** Only events behind this sequence. 0 is a value. */
  after?: number | undefined;
}

/** Options of `wait`. */
export interface WaitOptions {
  /** Stops waiting, never the run. */
  signal?: AbortSignal | undefined;
  /** Milliseconds in total. Default: none. */
  timeout?: number | undefined;
  /** Called with every event, in order, and awaited. What it throws rejects the wait. */
  onEvent?: ((event: T.WorkflowEvent) => void | Promise<void>) | undefined;
  /** Resolves a `partial_failure` instead of rejecting. Default `false`. */
  allowPartial?: boolean | undefined;
  /** Last sequence already seen; `onEvent` gets what comes behind it. */
  after?: number | undefined;
  /** Omitted: a run that waits for approval stays paused, and `WaitingForUserError` carries the preview. */
  approveCost?: ApproveCost | undefined;
}

/**
 * Answers cost pauses: omitted leaves them to the caller, `true` confirms every preview, a function decides for each one
 * (`false` leaves the run paused, it never cancels).
 */
export type ApproveCost = true | ((preview: T.CostPreview) => boolean | Promise<boolean>);

/** Options of `run`: those of `wait`, some of the start request, and who approves costs. */
export interface RunOptions extends Omit<WaitOptions, 'after'> {
  /** Of the start request. */
  idempotencyKey?: string | undefined;
}

/** Durable creative workflows: start, watch, steer. Source: rest-api 8. */
export interface Workflows {
  /**
   * Starts an inline plan or a saved template. What the server would refuse for its form is refused before any request.
   * One idempotency key covers every attempt, so a start whose answer got lost is not paid twice.
   *
   * @throws {InvalidRequestError} for both or neither form, a broken step graph, inline `data:` media, a bad ceiling.
   * @throws {BadRequestError} for wrong tools or arguments, or a ceiling below the estimate.
   * @throws {ConflictError} when too many workflows are active.
   * @throws {InsufficientBalanceError} or {SubscriptionBillingError} when it cannot be paid.
   */
  start(params: T.StartParams, options?: RequestOptions): APIPromise<T.StartResult>;
  /** One record, with its steps, artifacts and events. @throws {NotFoundError} when no such id is yours. */
  get(id: string, options?: RequestOptions): APIPromise<T.Workflow>;
  /** Newest first; iterate it for every workflow of every page. */
  list(params?: T.ListWorkflowsParams, options?: RequestOptions): PagePromise<T.Workflow>;
  /** The event log, in order. */
  listEvents(id: string, params?: ListEventsParams, options?: RequestOptions): APIPromise<T.WorkflowEvent[]>;
  /** Follows the event log over any number of disconnects, until the workflow ends or pauses. */
  streamEvents(id: string, options?: StreamOptions): EventStream<T.WorkflowEvent, T.Workflow>;
  /**
   * Waits for `completed`.
   *
   * @throws {WorkflowFailedError} for `failed`, `cancelled`, and `partial_failure` unless `allowPartial`.
   * @throws {WaitingForUserError} when it pauses: answer, and wait again.
   * @throws {RequestTimeoutError} when `timeout` is over; the run goes on.
   */
  wait(id: string, options?: WaitOptions): Promise<T.Workflow>;
  /** `start` and `wait` in one. Cost pauses are answered as `approveCost` says. Throws what the two throw. */
  run(params: T.StartParams, options?: RunOptions): Promise<T.Workflow>;
  /** Cancels cooperatively; safe to repeat. */
  cancel(id: string, options?: RequestOptions): APIPromise<T.CancelResult>;
  /**
   * Goes on after a pause that is not about cost, or runs the unfinished steps of a failed workflow.
   *
   * @throws {ConflictError} when it is completed, cancelled, or waits for cost approval.
   */
  resume(id: string, params?: T.ResumeOptions, options?: RequestOptions): APIPromise<T.ResumeResult>;
  /** Clones a finished workflow with other seeds. @throws {ConflictError} when it has not finished. */
  reseed(id: string, params?: T.ReseedParams, options?: RequestOptions): APIPromise<T.ReseedResult>;
  /** Answers a cost pause. @throws {ConflictError} when the preview is stale or nothing awaits approval. */
  confirmCost(id: string, params: T.ConfirmCostParams, options?: RequestOptions): APIPromise<T.Workflow>;
}
