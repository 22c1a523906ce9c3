import type { WorkflowEvent } from '@sogni/intelligence-client';
import { plainText } from '../output/plain-text.ts';

/** An event as one line: `[7] workflow_progress running clip 50%`. Source: cli 6.6. */
export function eventLine({ sequence, type, status, message, data = {} }: WorkflowEvent): string {
  const { stepId, progress, artifact, waitingReason } = data;
  const parts = [
    message ?? status,
    stepId,
    typeof progress === 'number' ? `${Math.floor(progress * 100)}%` : undefined,
    waitingReason,
    artifact?.url,
  ];
  const words = parts.map((part) => plainText(part)).filter((word) => word !== '');
  return [`[${sequence}]`, plainText(type), ...words].join(' ');
}
