import { envelopeData, isRecord, listField, recordField } from '../transport/envelope.ts';
import type { ResponseInfo } from '../transport/types.ts';
import type {
  CancelResult,
  CostPreview,
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

/** The events behind a sequence; servers need not filter. Source: rest-api 19, Q14. */
export function readEvents(body: unknown, info: ResponseInfo, after = -1): WorkflowEvent[] {
  const events = listField<WorkflowEvent>(envelopeData(body, info), 'events', isEvent, info);
  return events.filter(({ sequence }) => sequence > after);
}

/** Answer of a start: 201 runs, 202 waits for approval, 200 repeats what the key had started. Source: rest-api 8.4. */
export function readStart(body: unknown, info: ResponseInfo): StartResult {
  const { preview } = envelopeData(body, info);
  const workflow = readWorkflow(body, info);
  const costPreview = preview ?? (info.status === 202 ? workflow.billingPreview : undefined);
  return {
    workflow,
    ...(isRecord(costPreview) && { costPreview: costPreview as Record<string, unknown> & CostPreview }),
    ...((info.status === 200 || isReplay(body, info)) && { idempotent: true as const }),
  };
}

export function readCancel(body: unknown, info: ResponseInfo): CancelResult {
  return { workflow: readWorkflow(body, info), transitioned: envelopeData(body, info).transitioned === true };
}

/** 202 says that it goes on; a 200 without the flag does too. Source: rest-api 8.10. */
export function readResume(body: unknown, info: ResponseInfo): ResumeResult {
  return { workflow: readWorkflow(body, info), resumed: envelopeData(body, info).resumed !== false };
}

/** Answer of a reseed of `id`, in either of the spellings that are seen. Source: rest-api 18, D15. */
export function readReseed(body: unknown, info: ResponseInfo, id: string): ReseedResult {
  const { reseed } = envelopeData(body, info);
  const { cloned_from_run_id: source, steps } = isRecord(reseed) ? reseed : {};
  return {
    workflow: readWorkflow(body, info),
    reseed: {
      clonedFromRunId: typeof source === 'string' ? source : id,
      steps: (Array.isArray(steps) ? steps : []).filter(isRecord).map((step) => ({
        stepId: String(step.stepId ?? step.id),
        newSeed: Number(step.newSeed ?? step.seed),
      })),
    },
    ...(isReplay(body, info) && { idempotent: true as const }),
  };
}

/** The mark of a repeated answer, in `data` or beside it. Source: rest-api 3.1. */
function isReplay(body: unknown, info: ResponseInfo): boolean {
  return envelopeData(body, info).idempotent === true || (isRecord(body) && body.idempotent === true);
}
