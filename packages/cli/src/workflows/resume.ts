import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { checkOutput } from '../save/check-output.ts';
import { type FollowUpOptions, finish } from './finish.ts';

export interface ResumeWorkflowOptions extends FollowUpOptions {
  id: string;
  'token-type': 'spark' | 'sogni' | 'auto' | undefined;
}

/** Goes on with a waiting or failed run. Source: cli 6.6. */
export async function resumeWorkflow(context: Context, options: ResumeWorkflowOptions): Promise<void> {
  const { id, 'token-type': tokenType } = options;
  await checkOutput(options.output);
  await withConnection(context, async (connection) => {
    const result = await connection.client.workflows.resume(id, { tokenType }, { signal: context.signal });
    if (!result.resumed) context.terminal.progress('It is running already');
    await finish(context, connection, options, { action: 'resume', workflow: result.workflow, raw: result });
  });
}
