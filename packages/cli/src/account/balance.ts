import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { plainText } from '../output/plain-text.ts';

/** Shows what can be spent, as decimal texts: they may hold more digits than a number. Source: cli 3.3, rest-api 13. */
export async function showBalance(context: Context, tokenType: string | undefined): Promise<void> {
  await withConnection(context, async ({ client }) => {
    const { spark, sogni } = await client.account.balance({ signal: context.signal });
    context.terminal.result([`SPARK: ${plainText(spark.net)}`, `SOGNI: ${plainText(sogni.net)}`], {
      success: true,
      type: 'balance',
      spark: spark.net,
      sogni: sogni.net,
      tokenType: tokenType ?? 'spark',
      timestamp: new Date().toISOString(),
    });
  });
}
