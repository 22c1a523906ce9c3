import type { Workflow } from '@sogni/intelligence-client';
import type { SavedFile } from '@sogni/intelligence-client/node';
import type { Context } from '../context.ts';
import { summaryLines } from './summary.ts';

/** What a command about one run prints. */
export interface WorkflowResult {
  action: string;
  workflow: Workflow;
  /** The answer that the action got. */
  raw: unknown;
  saved?: readonly SavedFile[] | undefined;
  /** More fields of the object. */
  extra?: Record<string, unknown> | undefined;
}

/** Prints a run: its summary, or with `--json` the object of cli 3.3. */
export function printWorkflow(
  { terminal }: Context,
  { action, workflow, raw, saved, extra }: WorkflowResult,
): void {
  terminal.result(summaryLines(workflow), {
    success: true,
    type: 'api-workflow',
    action,
    ...extra,
    workflow,
    raw,
    ...(saved !== undefined && { saved: savedFields(saved) }),
  });
}

/** Saved files as they stand in JSON. */
export function savedFields(saved: readonly SavedFile[]) {
  return saved.map(({ artifact, path, bytes }) => ({
    path,
    bytes,
    url: artifact.url,
    stepId: artifact.stepId,
  }));
}
