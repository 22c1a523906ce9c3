import { type CostPreview, WaitingForUserError, type Workflow } from '@sogni/intelligence-client';
import type { SavedFile } from '@sogni/intelligence-client/node';
import { WorkflowFailedError } from '@sogni/intelligence-client/workflows';
import type { Connection } from '../connection/connect.ts';
import { type Context, nextCommand } from '../context.ts';
import { CliError } from '../failure/cli-error.ts';
import { plainText } from '../output/plain-text.ts';
import { openWatcher } from '../progress/watcher.ts';
import { saveOutputs } from '../save/save-outputs.ts';
import { runFailed, stoppedWatching, waitsForUser, watchCommand } from './run-failures.ts';

export interface FollowOptions {
  /** The run as it is known so far. */
  workflow: Workflow;
  after?: number | undefined;
  /** Confirms the cost whenever the run pauses for it. */
  approve?: boolean | undefined;
  /** Where to save the artifacts. */
  output?: string | undefined;
  /** Whether the events are what the command is asked for, not its progress. */
  eventsAreResult?: boolean;
}

export interface FollowedRun {
  workflow: Workflow;
  saved: readonly SavedFile[] | undefined;
  /** Sequence of the last event seen. */
  after: number | undefined;
}

/**
 * Shows a run until it ends, and saves what it made.
 *
 * @throws {CliError} when it fails (what was finished is saved first), pauses, or the user stops watching.
 */
export async function followWorkflow(
  context: Context,
  connection: Connection,
  options: FollowOptions,
): Promise<FollowedRun> {
  const { workflow: known, output, approve = false, eventsAreResult = false } = options;
  const watcher = openWatcher(context.terminal, known, {
    after: options.after,
    asResult: eventsAreResult,
  });
  const id = known.workflowId;
  let after = options.after;
  try {
    const workflow = await connection.client.workflows
      .wait(id, {
        signal: context.signal,
        after,
        onEvent(event) {
          after = event.sequence;
          watcher.event(event);
        },
        ...(approve && { approveCost: (preview: CostPreview) => announceApproval(context, preview) }),
      })
      .finally(() => watcher.stop());
    if (context.shared.local && output === undefined) {
      const save = nextCommand(context, 'workflows', 'get', id, '-o', 'out/');
      context.terminal.progress(`Save the results with: ${save}`);
    }
    return { workflow, after, saved: await saveOutputs(context, connection, workflow, output) };
  } catch (error) {
    const stopped = { id, after, output, approve };
    const again = watchCommand(context, stopped);
    context.circumstances.wayOn ??= `The run goes on without this command. Follow it with: ${again}`;
    if (error instanceof WorkflowFailedError) {
      const saved = await saveWhatThereIs(context, connection, error.workflow, output);
      throw runFailed(context, error.workflow, saved, error);
    }
    if (error instanceof WaitingForUserError) throw waitsForUser(context, error.record as Workflow, error);
    if (error instanceof CliError) throw error;
    if (context.signal.aborted) throw stoppedWatching(context, stopped, error);
    throw error;
  }
}

/** That the run has failed is the news; that its files could not be saved comes with it. */
async function saveWhatThereIs(
  context: Context,
  connection: Connection,
  workflow: Workflow,
  output: string | undefined,
): Promise<readonly SavedFile[] | undefined> {
  try {
    return await saveOutputs(context, connection, workflow, output);
  } catch (error) {
    if (context.signal.aborted) throw error;
    context.terminal.warn(`Warning: ${plainText(error instanceof Error ? error.message : error)}`);
    return undefined;
  }
}

function announceApproval({ terminal }: Context, { totalEstimatedCapacityUnits }: CostPreview): true {
  terminal.progress(`Approving ${totalEstimatedCapacityUnits} capacity units`);
  return true;
}
