import { RequestTimeoutError } from '../errors/request-timeout-error.ts';
import { StreamTruncatedError } from '../errors/stream-truncated-error.ts';
import { WaitingForUserError } from '../errors/waiting-for-user-error.ts';
import type { WaitOptions, Workflows } from './namespace.ts';
import { awaitsCostApproval, standing } from './standing.ts';
import type { CostPreview, Workflow } from './types.ts';
import { WorkflowFailedError } from './workflow-failed-error.ts';

/** Follows a workflow to its end, and judges it. */
export async function waitForWorkflow(
  workflows: Workflows,
  id: string,
  options: WaitOptions,
): Promise<Workflow> {
  const { after, onEvent, allowPartial = false } = options;
  const time = limitTime(id, options);
  try {
    const stream = workflows.streamEvents(id, { after, signal: time.signal });
    for await (const event of stream) await onEvent?.(event);
    if (stream.ending?.record) return settled(stream.ending.record, allowPartial);
    throw new StreamTruncatedError(`The events of workflow ${id} were closed before it ended`);
  } catch (error) {
    throw time.expired() ?? error;
  } finally {
    time.stop();
  }
}

/** The record, when it is what the caller waits for; else the error that fits. */
function settled(workflow: Workflow, allowPartial: boolean): Workflow {
  const { workflowId: id, status } = workflow;
  if (status === 'completed' || (status === 'partial_failure' && allowPartial)) return workflow;
  if (standing(workflow) === 'paused') throw pausedError(workflow);
  const reason = typeof workflow.error === 'string' ? workflow.error : workflow.error?.message;
  const next =
    status === 'cancelled'
      ? 'Start it again to run it'
      : `workflows.resume("${id}") runs the unfinished steps`;
  throw new WorkflowFailedError(`Workflow ${id} ended as ${status}${reason ? `: ${reason}` : ''}`, workflow, {
    hint: `${next}; error.workflow.artifacts holds what was finished (${workflow.artifacts?.length ?? 0}).`,
  });
}

function pausedError(workflow: Workflow): WaitingForUserError<Workflow, CostPreview> {
  const { workflowId: id, waitingReason: reason, billingPreview: preview } = workflow;
  return new WaitingForUserError(`Workflow ${id} waits for you: ${reason ?? 'it gives no reason'}`, {
    id,
    reason,
    preview,
    record: workflow,
    hint: awaitsCostApproval(workflow)
      ? `Approve error.preview with workflows.confirmCost("${id}", ...), then wait again.`
      : `Settle the reason, call workflows.resume("${id}"), then wait again.`,
  });
}

/** A total time on top of the caller's signal; `stop` must be called. */
function limitTime(id: string, { signal, timeout }: WaitOptions) {
  if (timeout === undefined) return { signal, stop: () => {}, expired: () => undefined };
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(controller), timeout);
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
    expired() {
      if (controller.signal.reason !== controller) return undefined;
      return new RequestTimeoutError(`Workflow ${id} did not end within ${timeout} ms; it goes on`, {
        hint: `Wait again with workflows.wait("${id}").`,
      });
    },
  };
}
