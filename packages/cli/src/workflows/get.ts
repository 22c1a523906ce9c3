import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { checkOutput } from '../save/check-output.ts';
import { saveOutputs } from '../save/save-outputs.ts';
import { printWorkflow } from './workflow-result.ts';

/** Shows a run, and saves what it has made so far when asked to. Source: cli 6.6. */
export async function getWorkflow(
  context: Context,
  { id, output }: { id: string; output: string | undefined },
): Promise<void> {
  await checkOutput(output);
  await withConnection(context, async (connection) => {
    const workflow = await connection.client.workflows.get(id, { signal: context.signal });
    const saved = await saveOutputs(context, connection, workflow, output);
    printWorkflow(context, { action: 'get', workflow, raw: workflow, saved });
  });
}
