import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { printWorkflow } from './workflow-result.ts';

/** Cancels a run; says so when it had ended already. Source: cli 6.6. */
export async function cancelWorkflow(context: Context, id: string): Promise<void> {
  await withConnection(context, async ({ client }) => {
    const result = await client.workflows.cancel(id, { signal: context.signal });
    if (!result.transitioned) context.terminal.progress('It had ended before');
    printWorkflow(context, { action: 'cancel', workflow: result.workflow, raw: result });
  });
}
