import type { Artifact, Workflow } from '@sogni/intelligence-client';
import { plainText } from '../output/plain-text.ts';
import { records } from './records.ts';

/** A run in a few lines. Source: cli 6.6. */
export function summaryLines({ workflowId, status, title, artifacts }: Workflow): string[] {
  const lines = [`Workflow: ${plainText(workflowId)}`, `Status:   ${plainText(status)}`];
  if (title) lines.push(`Title:    ${plainText(title)}`);
  const made = records(artifacts);
  if (made.length > 0) lines.push('Artifacts:', ...made.map(artifactLine));
  return lines;
}

function artifactLine({ kind, mediaType, type, url }: Artifact): string {
  return `  ${plainText(kind ?? mediaType ?? type ?? 'file')}: ${plainText(url)}`;
}

/** The steps that failed, with their reasons. */
export function failedStepLines({ steps }: Workflow): string[] {
  return records(steps)
    .filter(({ status }) => status === 'failed')
    .map(({ id, toolName, error }) => {
      const reason = error?.message ? `: ${plainText(error.message)}` : '';
      return `Step ${plainText(id)} (${plainText(toolName)}) failed${reason}`;
    });
}
