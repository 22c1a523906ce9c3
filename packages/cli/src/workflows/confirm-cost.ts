import type { CostPreview, Workflow } from '@sogni/intelligence-client';
import { awaitsCostApproval } from '@sogni/intelligence-client/workflows';
import { withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { CliError, usageError } from '../failure/cli-error.ts';
import { askToApprove, canAsk } from '../output/question.ts';
import { checkOutput } from '../save/check-output.ts';
import { costLines } from './cost-lines.ts';
import { type FollowUpOptions, finish } from './finish.ts';

export interface ConfirmWorkflowCostOptions extends FollowUpOptions {
  id: string;
  yes: boolean;
  cancel: boolean;
}

/**
 * Answers a cost pause: shows what the run costs, and approves it after a question on a terminal, or with `--yes`.
 *
 * @throws {CliError} when the run awaits no approval, and when there is nobody to ask.
 */
export async function confirmWorkflowCost(
  context: Context,
  options: ConfirmWorkflowCostOptions,
): Promise<void> {
  const { id, yes, cancel, output } = options;
  if (yes && cancel) throw usageError('--yes and --cancel contradict each other; give one of them');
  if (!yes && !cancel && !canAsk()) {
    throw usageError('There is no terminal to ask on', {
      hint: 'Add --yes to approve the cost, or --cancel to refuse it.',
    });
  }
  await checkOutput(output);
  await withConnection(context, async (connection) => {
    const { signal } = context;
    const { workflows } = connection.client;
    const preview = previewOf(await workflows.get(id, { signal }));
    // Nobody is asked without the price in sight.
    const show = yes || cancel ? context.terminal.progress : context.terminal.warn;
    for (const line of costLines(preview)) show(line);
    if (cancel) {
      const workflow = await workflows.confirmCost(id, { decision: 'cancel' }, { signal });
      return await finish(
        context,
        connection,
        { watch: false, output: undefined },
        result('cancel', workflow),
      );
    }
    if (!yes && !(await askToApprove('Approve this cost?', signal))) {
      throw new CliError(`The cost of workflow ${id} was not approved; it still waits`, {
        code: 'USER_CANCELLED',
        hint: 'Approve it later, or add --cancel to end the run.',
      });
    }
    const workflow = await workflows.confirmCost(
      id,
      { decision: 'confirm', acceptedCostPreview: preview },
      { signal },
    );
    await finish(context, connection, options, result('confirm', workflow));
  });
}

function result(decision: 'confirm' | 'cancel', workflow: Workflow) {
  return { action: 'confirm-cost', workflow, raw: workflow, extra: { decision } };
}

function previewOf(workflow: Workflow): CostPreview {
  const { workflowId: id, status, billingPreview } = workflow;
  if (awaitsCostApproval(workflow) && billingPreview !== undefined) return billingPreview;
  throw new CliError(`Workflow ${id} awaits no cost approval; it is ${status}`, {
    code: 'NOTHING_TO_APPROVE',
    hint:
      status === 'waiting_for_user'
        ? 'It waits for something else: see workflows get, then workflows resume.'
        : undefined,
    details: { workflowId: id, status },
  });
}
