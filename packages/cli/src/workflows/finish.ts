import type { Connection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { followWorkflow } from './follow.ts';
import { printWorkflow, type WorkflowResult } from './workflow-result.ts';

/** Whether an action on a run is followed by watching it. */
export interface FollowUpOptions {
  watch: boolean;
  output: string | undefined;
  'confirm-cost'?: boolean | undefined;
}

/** Ends an action on a run: follows the run when asked to, and prints it. */
export async function finish(
  context: Context,
  connection: Connection,
  { watch, output, 'confirm-cost': approve }: FollowUpOptions,
  result: WorkflowResult,
): Promise<void> {
  if (!watch && output === undefined) return printWorkflow(context, result);
  const { workflow, saved } = await followWorkflow(context, connection, {
    workflow: result.workflow,
    // What was logged before this action is not news.
    after: result.workflow.events?.at(-1)?.sequence,
    approve,
    output,
  });
  printWorkflow(context, { ...result, workflow, saved });
}
