import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { checkOutput } from '../save/check-output.ts';
import { followWorkflow } from './follow.ts';
import { printWorkflow } from './workflow-result.ts';

export interface WatchWorkflowOptions {
  id: string;
  after?: number | undefined;
  output?: string | undefined;
  'confirm-cost'?: boolean | undefined;
}

/** Follows a run that was started before, to its end. Source: cli 6.6. */
export async function watchWorkflow(context: Context, options: WatchWorkflowOptions): Promise<void> {
  const { id, after, output, 'confirm-cost': approve } = options;
  await checkOutput(output);
  await withConnection(context, async (connection) => {
    const known = await connection.client.workflows.get(id, { signal: context.signal });
    const run = await followWorkflow(context, connection, {
      workflow: known,
      after,
      output,
      approve,
      eventsAreResult: true,
    });
    const note = `${run.workflow.status} after event ${run.after ?? 'none'}`;
    printWorkflow(context, {
      action: 'stream',
      workflow: run.workflow,
      raw: run.workflow,
      saved: run.saved,
      extra: { workflowId: id, note, after: run.after ?? null },
    });
  });
}
