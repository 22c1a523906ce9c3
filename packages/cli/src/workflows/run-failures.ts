import type { Workflow } from '@sogni/intelligence-client';
import type { SavedFile } from '@sogni/intelligence-client/node';
import { awaitsCostApproval } from '@sogni/intelligence-client/workflows';
import { type Context, nextCommand } from '../context.ts';
import { CliError } from '../failure/cli-error.ts';
import { costLines } from './cost-lines.ts';
import { failedStepLines, summaryLines } from './summary.ts';
import { savedFields } from './workflow-result.ts';

interface Stopped {
  id: string;
  /** Sequence of the last event seen. */
  after: number | undefined;
  output: string | undefined;
  approve: boolean;
}

/** The command that watches a run from where this one stopped. */
export function watchCommand(context: Context, { id, after, output, approve }: Stopped): string {
  const options = [
    ...(after === undefined ? [] : ['--after', String(after)]),
    ...(output === undefined ? [] : ['-o', output]),
    ...(approve ? ['--confirm-cost'] : []),
  ];
  return nextCommand(context, 'workflows', 'watch', id, ...options);
}

/** The user stopped watching; the run is left alone. */
export function stoppedWatching(context: Context, stopped: Stopped, cause: unknown): CliError {
  const { id, after } = stopped;
  const fate = context.shared.local ? 'it goes on with the next --local command' : 'it goes on';
  return new CliError(`Stopped watching workflow ${id}; ${fate}`, {
    code: 'USER_CANCELLED',
    hint: `Watch it again with: ${watchCommand(context, stopped)}`,
    details: { workflowId: id, ...(after !== undefined && { after }) },
    cause,
  });
}

/** The run waits for an answer that this command does not give. */
export function waitsForUser(context: Context, workflow: Workflow, cause?: unknown): CliError {
  const { workflowId: id, waitingReason: reason, billingPreview: preview } = workflow;
  const forCost = awaitsCostApproval(workflow);
  const answer = forCost ? 'confirm-cost' : 'resume';
  const purpose = forCost ? 'Approve the cost' : 'Settle the reason, then go on';
  return new CliError(
    forCost
      ? `Workflow ${id} waits until you approve its cost`
      : `Workflow ${id} waits for you: ${reason ?? 'no reason given'}`,
    {
      code: 'WORKFLOW_WAITING_FOR_USER',
      preamble: preview === undefined ? [] : costLines(preview),
      hint: `${purpose} with: ${nextCommand(context, 'workflows', answer, id)}`,
      details: { workflowId: id, waitingReason: reason, preview, workflow },
      cause,
    },
  );
}

/** The run ended as failed, partly failed or cancelled; what it finished is in `saved`. */
export function runFailed(
  context: Context,
  workflow: Workflow,
  saved: readonly SavedFile[] | undefined,
  cause: unknown,
): CliError {
  const { workflowId: id, status, error } = workflow;
  const reason = typeof error === 'string' ? error : error?.message;
  const known: Record<string, string> = {
    partial_failure: 'WORKFLOW_PARTIAL_FAILURE',
    cancelled: 'WORKFLOW_CANCELLED',
  };
  return new CliError(`Workflow ${id} ended as ${status}${reason ? `: ${reason}` : ''}`, {
    code: known[status] ?? 'WORKFLOW_FAILED',
    preamble: [...summaryLines(workflow), ...failedStepLines(workflow)],
    hint:
      status === 'cancelled'
        ? 'Start it again to run it.'
        : `Run the unfinished steps with: ${nextCommand(context, 'workflows', 'resume', id)}`,
    details: { workflowId: id, status, workflow, ...(saved !== undefined && { saved: savedFields(saved) }) },
    cause,
  });
}
