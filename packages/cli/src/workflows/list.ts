import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { plainText } from '../output/plain-text.ts';

const PAGE = 20;

/** Lists runs, newest first: `id<TAB>status<TAB>title`. Source: cli 6.6. */
export async function listWorkflows(
  context: Context,
  { limit = PAGE, offset }: { limit?: number | undefined; offset?: number | undefined },
): Promise<void> {
  await withConnection(context, async ({ client }) => {
    const { data, next } = await client.workflows.list({ limit, offset }, { signal: context.signal });
    const lines = data.map(({ workflowId, status, title }) =>
      [workflowId, status, title].map(plainText).join('\t'),
    );
    context.terminal.result(lines, {
      success: true,
      type: 'api-workflow',
      action: 'list',
      workflows: data,
      raw: { workflows: data, next },
    });
  });
}
