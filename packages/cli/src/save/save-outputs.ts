import { stat } from 'node:fs/promises';
import { type Artifact, InvalidRequestError, isSogniError, type Workflow } from '@sogni/intelligence-client';
import type { SavedFile } from '@sogni/intelligence-client/node';
import type { Connection } from '../connection/connect.ts';
import { homePath } from '../connection/home-path.ts';
import type { Context } from '../context.ts';
import { records } from '../workflows/records.ts';
import { artifactsFor } from './artifacts-for.ts';
import { saveFailure } from './save-failure.ts';

/**
 * Saves the artifacts of a run where `-o` says; undefined without it.
 *
 * @throws {CliError} `OUTPUT_EXISTS`, `OUTPUT_WRITE_FAILED`, or why a download failed; the run keeps its files, and the hint
 *   says how to try again.
 */
export async function saveOutputs(
  context: Context,
  { transport }: Connection,
  workflow: Workflow,
  output: string | undefined,
): Promise<readonly SavedFile[] | undefined> {
  if (output === undefined) return undefined;
  const { terminal, signal } = context;
  const to = homePath(output);
  const { workflowId: id, title } = workflow;
  const isFolder = (await stat(to).catch(() => undefined))?.isDirectory() ?? false;
  const artifacts = artifactsFor(records(workflow.artifacts), to, isFolder);
  if (artifacts.length === 0) {
    terminal.warn(`Warning: workflow ${id} has no artifacts to save`);
    return [];
  }
  const inFolder = isFolder || /[\\/]$/.test(to) || artifacts.length > 1;
  try {
    const saved = await saveBeside(artifacts, { transport, to, title, id, inFolder, signal });
    for (const { path } of saved) terminal.progress(`Saved to ${path}`);
    return saved;
  } catch (error) {
    throw isSogniError(error) ? saveFailure(context, error, { id, output }) : error;
  }
}

interface Place {
  transport: Connection['transport'];
  to: string;
  title: string | undefined;
  id: string;
  inFolder: boolean;
  signal: AbortSignal;
}

/** Files of another run with the same title stay: then the id of this one is part of the names. */
async function saveBeside(artifacts: readonly Artifact[], place: Place): Promise<SavedFile[]> {
  const { saveArtifacts } = await import('@sogni/intelligence-client/node');
  const { transport, to, title = '', id, inFolder, signal } = place;
  try {
    return await saveArtifacts(transport, artifacts, { to, title, signal });
  } catch (error) {
    if (!inFolder || firstIssue(error)?.code !== 'output_exists') throw error;
    return await saveArtifacts(transport, artifacts, { to, title: `${title} ${id.slice(-8)}`, signal });
  }
}

function firstIssue(error: unknown) {
  return error instanceof InvalidRequestError ? error.issues[0] : undefined;
}
