import type { Open } from '../transport/open-type.ts';
import type { StepDependency } from './plan-input.ts';

export type * from './plan-input.ts';
export type * from './requests.ts';

/** Life of a workflow. Servers may add values; treat an unknown one as "not finished". Source: rest-api 8.6. */
export type WorkflowStatus = Open<
  'queued' | 'running' | 'waiting_for_user' | 'completed' | 'partial_failure' | 'failed' | 'cancelled'
>;

/** Why a workflow waits. The two cost reasons are answered with `confirmCost`, the others with `resume`. Source: rest-api 8.6. */
export type WaitingReason = Open<
  | 'ask_clarifying_question'
  | 'select_media_required'
  | 'cost_approval_required'
  | 'cost_reauthorization_required'
  | 'safety_review_required'
  | 'workflow_user_input_required'
  | 'insufficient_credit'
  | 'permission_required'
  | 'other'
>;

/** A finished file. `url` is presigned and expires. Source: rest-api 8.9. */
export interface Artifact {
  /** Absent where the server sends little more than the URL. */
  id?: string;
  /** Presigned: download it before it expires. */
  url: string;
  /** What the file is; `mediaType` and `type` are older spellings. */
  kind?: Open<'image' | 'video' | 'audio' | 'model' | 'archive' | 'json' | 'text' | 'other'>;
  /** Older spelling of `kind`. */
  mediaType?: string;
  /** Older spelling of `kind`. */
  type?: string;
  /** Such as `image/png`. */
  mimeType?: string;
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  /** Seconds. */
  duration?: number;
  /** Seconds; the newer spelling of `duration`. */
  durationSeconds?: number;
  /** Size of the file. */
  sizeBytes?: number;
  /** The step that made it. */
  stepId?: string;
  /** The tool that made it. */
  toolName?: string;
  /** Seed it was made with, 0 to 4294967295. */
  seed?: number;
  /** Whatever else the tool reports. */
  metadata?: Record<string, unknown>;
}

/** A step as the server records it. Source: rest-api 8.7. */
export interface WorkflowStep {
  /** As in the plan, or `step_<n>`. */
  id: string;
  /** Position in the plan, counted from 0. */
  sequence?: number;
  /** The hosted tool it runs. */
  toolName?: string;
  /** The same values as for the workflow. */
  status?: WorkflowStatus;
  /** As the plan gave them, or with the bindings filled in once the step has begun. */
  arguments?: Record<string, unknown>;
  /** Its bindings. */
  dependsOn?: StepDependency[];
  /** What it has made so far. */
  artifacts?: Artifact[];
  /** Why it failed; absent otherwise. */
  error?: { message: string; code?: string };
}

/** An entry of the durable event log. `sequence` starts at 0 and has no gaps. Source: rest-api 8.8. */
export interface WorkflowEvent {
  /** Id of the entry; `sequence` is what streams resume by. */
  id?: string;
  /** The workflow it belongs to. */
  workflowId?: string;
  /** Starts at 0 and rises by 1. */
  sequence: number;
  /** ISO 8601. */
  timestamp?: string | number;
  /** What happened. */
  type: Open<
    | 'workflow_started'
    | 'workflow_progress'
    | 'step_started'
    | 'step_completed'
    | 'step_failed'
    | 'step_waiting_for_user'
    | 'artifact_created'
    | 'workflow_waiting_for_user'
    | 'workflow_completed'
    | 'workflow_failed'
    | 'workflow_cancelled'
    | 'custom'
  >;
  /** Status of the workflow, never of a step. */
  status?: WorkflowStatus;
  /** For people. */
  message?: string;
  /** Absent when the type says it all. */
  data?: WorkflowEventData;
}

/** What an event carries; which fields are set depends on its type. Source: rest-api 8.8. */
export interface WorkflowEventData {
  /** The step it is about. */
  stepId?: string;
  /** The tool of that step. */
  toolName?: string;
  /** 0 to 1. */
  progress?: number;
  /** The finished file, on `artifact_created`. */
  artifact?: Artifact;
  /** Why it waits, on `workflow_waiting_for_user`. */
  waitingReason?: WaitingReason;
  /** Kind of failure, such as `SAFETY_REJECTED`. */
  errorType?: string;
  /** Whether the failed step may succeed later. */
  retryable?: boolean;
  /** Types carry fields of their own. */
  [key: string]: unknown;
}

/** What a run will cost; echoed back unchanged to approve it. Source: rest-api 8.11. */
export interface CostPreview {
  /** The template that was started; absent for an inline plan. */
  templateId?: string;
  /** Input values of the template. */
  inputs?: Record<string, unknown>;
  /** One unit is about one standard image. */
  totalEstimatedCapacityUnits: number;
  /** Capacity units of every stage, and what they were estimated from. */
  perStageBreakdown?: { stageId: string; units: number; assumptions?: string[] }[];
  /** Token it will be paid in. */
  tokenType?: string;
  /** Most capacity units the run may take. */
  maxAcceptableUnits?: number;
  /** Estimated run time. */
  expectedDurationSeconds?: number;
  /** ISO 8601; after it the server refuses the preview with 409. */
  validityUntil?: string;
}

/** A workflow record, exactly as the server sends it. Source: rest-api 8.5. */
export interface Workflow {
  /** What every method takes as `id`. */
  workflowId: string;
  /** `image_to_video` or `hosted_tool_sequence`, where the server says so. */
  kind?: string;
  /** The plan's title, or the server's default. */
  title?: string;
  /** Where it stands. */
  status: WorkflowStatus;
  /** Present only while it waits. */
  waitingReason?: WaitingReason;
  /** `true` only when `confirmCost` is the right way out. */
  awaitingCostApproval?: boolean;
  /** Setting of the start; it holds for resumes and reseeds too. */
  safeContentFilter?: boolean;
  /** The start's `input`, as accepted. */
  input?: Record<string, unknown>;
  /** The plan as the server normalised it. */
  plan?: Record<string, unknown>;
  /** In the order of the plan. */
  steps?: WorkflowStep[];
  /** The log so far; lists may leave it out. */
  events?: WorkflowEvent[];
  /** Everything that was finished, of all steps. */
  artifacts?: Artifact[];
  /** What it will cost. */
  billingPreview?: CostPreview;
  /** Free-form; the server does not describe it. */
  billingPreviews?: unknown;
  /** Epoch seconds. */
  createTime?: number;
  /** Epoch seconds. */
  updateTime?: number;
  /** ISO 8601. */
  createdAt?: string;
  /** ISO 8601. */
  updatedAt?: string;
  /** Why it failed; absent otherwise. */
  error?: string | { message: string; code?: string };
  /** What was made, such as `{ images: 4 }`. */
  usage?: Record<string, unknown>;
}
