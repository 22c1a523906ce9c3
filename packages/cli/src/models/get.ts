import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { jsonText } from '../output/json-text.ts';

/** Shows a language model as indented JSON. Source: cli 6.6. */
export async function getModel(context: Context, id: string): Promise<void> {
  await withConnection(context, async ({ client }) => {
    const model = await client.models.get(id, { signal: context.signal });
    const envelope = { success: true, type: 'api-models', action: 'get', model, raw: model };
    context.terminal.result([jsonText(model, 2)], envelope);
  });
}
