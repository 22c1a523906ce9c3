import { envelopeData, listField, recordField } from '../transport/envelope.ts';
import type { ResponseInfo } from '../transport/types.ts';
import type {
  CancelResult,
  ReseedResult,
  ResumeResult,
  StartResult,
  Workflow,
  WorkflowEvent,
} from './types.ts';

/** What the SDK relies on in a record; the rest passes as the server sent it. */
const isWorkflow = (value: Record<string, unknown>) =>
  typeof value.workflowId === 'string' && typeof value.status === 'string';

const isEvent = (value: Record<string, unknown>) =>
  Number.isInteger(value.sequence) && typeof value.type === 'string';

/** `data.workflow`. @throws {ResponseValidationError} when it lacks its id or status. */
export function readWorkflow(body: unknown, info: ResponseInfo): Workflow {
  return recordField<Workflow>(envelopeData(body, info), 'workflow', isWorkflow, info);
}

/** `data.workflows` and the offset of the next page. */
export function readWorkflows(body: unknown, info: ResponseInfo): { data: Workflow[]; next: number | null } {
  const data = envelopeData(body, info);
  const next = typeof data.next === 'number' ? data.next : null;
  return { data: listField<Workflow>(data, 'workflows', isWorkflow, info), next };
}

export function readEvents(body: unknown, info: ResponseInfo): WorkflowEvent[] {
  return listField<WorkflowEvent>(envelopeData(body, info), 'events', isEvent, info);
}

/** Answer of a start: 201 runs, 202 waits for approval, 200 repeats what the key had started. Source: rest-api 8.4. */
export function readStart(body: unknown, info: ResponseInfo): StartResult {
  const { preview, idempotent } = envelopeData(body, info);
  const workflow = readWorkflow(body, info);
  const costPreview = preview ?? (info.status === 202 ? workflow.billingPreview : undefined);
  return {
    workflow,
    ...(costPreview !== undefined && { costPreview: costPreview as NonNullable<StartResult['costPreview']> }),
    ...((idempotent === true || info.status === 200) && { idempotent: true as const }),
  };
}

export function readCancel(body: unknown, info: ResponseInfo): CancelResult {
  return { workflow: readWorkflow(body, info), transitioned: envelopeData(body, info).transitioned === true };
}

/** 202 says that it goes on; a 200 without the flag does too. Source: rest-api 8.10. */
export function readResume(body: unknown, info: ResponseInfo): ResumeResult {
  return { workflow: readWorkflow(body, info), resumed: envelopeData(body, info).resumed !== false };
}

/** Answer of a reseed, in either of the two spellings that are seen. Source: rest-api 18, D15. */
export function readReseed(body: unknown, info: ResponseInfo): ReseedResult {
  const data = envelopeData(body, info);
  const reseed =
    typeof data.reseed === 'object' && data.reseed !== null ? (data.reseed as Record<string, unknown>) : {};
  const steps = Array.isArray(reseed.steps) ? (reseed.steps as Record<string, unknown>[]) : [];
  return {
    workflow: readWorkflow(body, info),
    reseed: {
      clonedFromRunId: String(reseed.cloned_from_run_id ?? ''),
      steps: steps.map(({ stepId, id, newSeed, seed }) => ({
        stepId: String(stepId ?? id),
        newSeed: Number(newSeed ?? seed),
      })),
    },
    ...((data.idempotent === true || info.status === 200) && { idempotent: true as const }),
  };
}
