import type { StartResult } from '@sogni/intelligence-client';
import { awaitsCostApproval } from '@sogni/intelligence-client/workflows';
import { type Connection, withConnection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { usageError } from '../failure/cli-error.ts';
import { plainText } from '../output/plain-text.ts';
import { checkOutput } from '../save/check-output.ts';
import { followWorkflow } from './follow.ts';
import { type KeyframeOptions, keyframePlan } from './keyframe-plan.ts';
import { waitsForUser } from './run-failures.ts';
import { readWorkflowInput } from './workflow-input.ts';
import { printWorkflow } from './workflow-result.ts';

export interface StartWorkflowOptions extends KeyframeOptions {
  input: string | undefined;
  'idempotency-key': string | undefined;
  'max-cost': number | undefined;
  'confirm-cost': boolean | undefined;
  'token-type': 'spark' | 'sogni' | 'auto' | undefined;
  watch: boolean;
  output: string | undefined;
}

/**
 * Starts a run from a prompt or a plan, and follows it when asked to.
 *
 * @throws {CliError} before anything is sent when there is nothing to start, or the place for the results is taken.
 */
export async function startWorkflow(context: Context, options: StartWorkflowOptions): Promise<void> {
  context.circumstances.prompt = options.prompt.trim() || null;
  const input = planOf(context, options);
  const { output, watch, 'confirm-cost': confirmCost } = options;
  await checkOutput(output);
  context.circumstances.keyOption = '--idempotency-key';
  await withConnection(context, async (connection) => {
    const started = await connection.client.workflows.start(
      {
        input,
        tokenType: options['token-type'] ?? 'spark',
        maxEstimatedCapacityUnits: options['max-cost'],
        confirmCost,
      },
      { idempotencyKey: options['idempotency-key'], signal: context.signal },
    );
    const approve = confirmCost === true;
    const { workflow } = started;
    if (started.idempotent) context.terminal.progress('This key was used before: nothing new was started');
    if (!watch && output === undefined) {
      const current = await approvedOrPaused(context, connection, started, approve);
      printWorkflow(context, { action: 'start', workflow: current, raw: started });
      return;
    }
    context.terminal.progress(`Started workflow ${plainText(workflow.workflowId)}`);
    const run = await followWorkflow(context, connection, { workflow, approve, output });
    printWorkflow(context, { action: 'start', workflow: run.workflow, raw: started, saved: run.saved });
  });
}

function planOf({ terminal }: Context, options: StartWorkflowOptions) {
  const { input, title, prompt } = options;
  if (input !== undefined) {
    if (prompt.trim() !== '')
      terminal.warn('Note: the prompt is not used, for --workflow-input replaces the plan');
    const plan = readWorkflowInput(input);
    return title === undefined ? plan : { ...plan, title };
  }
  if (prompt.trim() !== '') return keyframePlan({ ...options, prompt: prompt.trim() });
  throw usageError('Starting a workflow requires a prompt, or --workflow-input', {
    code: 'MISSING_WORKFLOW_INPUT',
    hint: 'For example: sogni-agent --api-workflow --watch-workflow "a lighthouse at dawn".',
  });
}

async function approvedOrPaused(
  context: Context,
  { client }: Connection,
  { workflow, costPreview = workflow.billingPreview }: StartResult,
  approve: boolean,
) {
  if (!awaitsCostApproval(workflow)) return workflow;
  const paused = { ...workflow, ...(costPreview && { billingPreview: costPreview }) };
  if (!approve || costPreview === undefined) throw waitsForUser(context, paused);
  const decision = { decision: 'confirm', acceptedCostPreview: costPreview } as const;
  return await client.workflows.confirmCost(workflow.workflowId, decision, { signal: context.signal });
}
