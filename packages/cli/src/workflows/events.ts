import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { jsonText } from '../output/json-text.ts';

/** Prints the event log of a run as indented JSON. Source: cli 6.6. */
export async function listWorkflowEvents(
  context: Context,
  { id, after }: { id: string; after?: number | undefined },
): Promise<void> {
  await withConnection(context, async ({ client }) => {
    const events = await client.workflows.listEvents(id, { after }, { signal: context.signal });
    context.terminal.result([jsonText(events, 2)], {
      success: true,
      type: 'api-workflow',
      action: 'events',
      workflowId: id,
      events,
      raw: { events },
    });
  });
}
