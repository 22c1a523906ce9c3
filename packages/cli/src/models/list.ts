import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { plainText } from '../output/plain-text.ts';

/** Lists language models: `id<TAB>owned_by`. Source: cli 6.6. */
export async function listModels(context: Context): Promise<void> {
  await withConnection(context, async ({ client }) => {
    const { data } = await client.models.list({ signal: context.signal });
    const lines = data.map(({ id, owned_by }) => [id, owned_by].map(plainText).join('\t'));
    context.terminal.result(lines, {
      success: true,
      type: 'api-models',
      action: 'list',
      models: data,
      raw: { object: 'list', data },
    });
  });
}
