import type {
  CostPreview,
  StepDependency,
  WaitingReason,
  WorkflowStatus,
} from '@sogni/intelligence-client/workflows';
import type { StartFault } from '../faults/catalog.ts';

/** A file the request brought along. Source: rest-api 5.4. */
export interface InputMedia {
  kind: 'image' | 'audio' | 'video';
  url: string;
  id?: string;
  filename?: string;
  width?: number;
  height?: number;
  durationSeconds?: number;
}

/** A step as accepted: flat tool name, canonical arguments, cleaned id. */
export interface PlanStep {
  id: string;
  toolName: string;
  arguments: Record<string, unknown>;
  dependsOn: StepDependency[];
  /** Set by a reseed; an ordinary run takes the seed of the arguments or draws one. */
  seed?: number;
}

/** What never changes after a start was accepted. */
export interface WorkflowRequest {
  kind?: string;
  title: string;
  input: Record<string, unknown>;
  steps: PlanStep[];
  media: InputMedia[];
  /** Sum of the capacity units of all steps. */
  units: number;
  billingMode?: string;
  appSource?: string | undefined;
  safeContentFilter: boolean;
  maxUnits?: number;
  /** Set on the copy that a reseed made. */
  clonedFrom?: string;
}

/** What a run gathers on its way, besides status and steps. */
export interface WorkflowState {
  tokenType: string;
  waitingReason?: WaitingReason;
  error?: { message: string; code?: string };
  preview?: CostPreview;
  /** A fault that still has to happen to this run. */
  fault?: StartFault;
}

/** A workflow as stored. */
export interface StoredWorkflow {
  number: number;
  id: string;
  wallet: string;
  status: WorkflowStatus;
  nextSequence: number;
  resumeCount: number;
  idempotencyKey?: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Milliseconds since the epoch. */
  updatedAt: number;
  request: WorkflowRequest;
  state: WorkflowState;
}

/** What is known about a step once it has started. */
export interface StepDetail {
  /** Arguments with every dependency filled in. */
  arguments?: Record<string, unknown>;
  seed?: number;
  error?: { message: string; code: string };
  /** The tool's own answer, for tools that yield text or records. */
  result?: Record<string, unknown>;
}

/** A step as stored; its plan is in the workflow's request. */
export interface StoredStep {
  sequence: number;
  id: string;
  status: WorkflowStatus;
  detail: StepDetail;
}

const ENDED = new Set<string>(['completed', 'partial_failure', 'failed', 'cancelled']);

/** Whether a workflow has ended for good, a resume aside. Source: rest-api 8.6. */
export function isEnded(status: string): boolean {
  return ENDED.has(status);
}

/** Whether an event stream closes at this status. Source: rest-api 4. */
export function closesStream(status: string): boolean {
  return ENDED.has(status) || status === 'waiting_for_user';
}
