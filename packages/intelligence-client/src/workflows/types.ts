import type { BillingMode, TokenType } from '../transport/billing.ts';
import type { MediaReference } from '../transport/media-reference.ts';
import type { Open } from '../transport/open-type.ts';

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
  id?: string;
  url: string;
  kind?: Open<'image' | 'video' | 'audio' | 'model' | 'archive' | 'json' | 'text' | 'other'>;
  mediaType?: string;
  type?: string;
  mimeType?: string;
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  /** Seconds. */
  duration?: number;
  /** Seconds; the newer spelling of `duration`. */
  durationSeconds?: number;
  sizeBytes?: number;
  stepId?: string;
  toolName?: string;
  seed?: number;
  metadata?: Record<string, unknown>;
}

/** How a dependency turns a finished artifact into an argument. Source: rest-api 8.3. */
export type DependencyTransform =
  | 'artifact_url'
  | 'artifact_data_uri'
  | 'image_url'
  | 'video_url'
  | 'audio_url'
  | 'image_index'
  | 'video_index'
  | 'audio_index'
  | 'subtitle_cues'
  | 'subtitle_srt'
  | 'overlay_items'
  | 'asset_ref';

/** Feeds an artifact of an earlier step (or of the request's media) into an argument. Source: rest-api 8.3. */
export interface StepDependency {
  /** An earlier step's id, or `$input_media` for the request's `mediaReferences`. */
  sourceStepId: string;
  targetArgument: string;
  transform?: DependencyTransform;
  /** Which artifact of the source, counted from 0 after `mediaType` has filtered. Default 0. */
  sourceArtifactIndex?: number;
  sourceArtifactId?: string;
  mediaType?: 'image' | 'video' | 'audio';
  /** `true`: a missing artifact fails the step. `false`: the argument is left out. */
  required?: boolean;
}

/** One step of an inline plan. Source: rest-api 8.3. */
export interface WorkflowStepInput {
  /** Letters, digits, `_` and `-`. Default `step_<n>`, counted from 1. */
  id?: string;
  /** A hosted tool; the retired `sogni_` prefix is accepted. */
  toolName: string;
  arguments: Record<string, unknown>;
  dependsOn?: StepDependency[];
}

/** An inline plan of 1 to 12 steps. Source: rest-api 8.3. */
export interface WorkflowInput {
  title?: string;
  steps: WorkflowStepInput[];
}

/** Input of the kind `image_to_video`: an image step that feeds a video step. Source: seed 001. */
export interface ImageToVideoInput {
  prompt: string;
  /** Default: `prompt`. */
  videoPrompt?: string;
  /** Seconds. */
  duration?: number;
  imageModel?: string;
  videoModel?: string;
}

/** A step as the server records it. Source: rest-api 8.7. */
export interface WorkflowStep {
  id: string;
  sequence?: number;
  toolName?: string;
  status?: WorkflowStatus;
  arguments?: Record<string, unknown>;
  dependsOn?: StepDependency[];
  artifacts?: Artifact[];
  error?: { message: string; code?: string };
}

/** An entry of the durable event log. `sequence` starts at 0 and has no gaps. Source: rest-api 8.8. */
export interface WorkflowEvent {
  id?: string;
  workflowId?: string;
  sequence: number;
  /** ISO 8601. */
  timestamp?: string | number;
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
  message?: string;
  data?: WorkflowEventData;
}

/** What an event carries; which fields are set depends on its type. Source: rest-api 8.8. */
export interface WorkflowEventData {
  stepId?: string;
  toolName?: string;
  /** 0 to 1. */
  progress?: number;
  artifact?: Artifact;
  waitingReason?: WaitingReason;
  errorType?: string;
  retryable?: boolean;
  [key: string]: unknown;
}

/** What a run will cost; echoed back unchanged to approve it. Source: rest-api 8.11. */
export interface CostPreview {
  templateId?: string;
  inputs?: Record<string, unknown>;
  /** One unit is about one standard image. */
  totalEstimatedCapacityUnits: number;
  perStageBreakdown?: { stageId: string; units: number; assumptions?: string[] }[];
  tokenType?: string;
  maxAcceptableUnits?: number;
  expectedDurationSeconds?: number;
  /** ISO 8601; after it the server refuses the preview with 409. */
  validityUntil?: string;
}

/** A workflow record, exactly as the server sends it. Source: rest-api 8.5. */
export interface Workflow {
  workflowId: string;
  kind?: string;
  title?: string;
  status: WorkflowStatus;
  waitingReason?: WaitingReason;
  /** `true` only when `confirmCost` is the right way out. */
  awaitingCostApproval?: boolean;
  safeContentFilter?: boolean;
  input?: Record<string, unknown>;
  plan?: Record<string, unknown>;
  steps?: WorkflowStep[];
  events?: WorkflowEvent[];
  artifacts?: Artifact[];
  billingPreview?: CostPreview;
  billingPreviews?: unknown;
  /** Epoch seconds. */
  createTime?: number;
  /** Epoch seconds. */
  updateTime?: number;
  /** ISO 8601. */
  createdAt?: string;
  /** ISO 8601. */
  updatedAt?: string;
  error?: string | { message: string; code?: string };
  usage?: Record<string, unknown>;
}

/** Options of every start, inline or from a template. Source: rest-api 8.1. */
export interface StartOptions {
  /** Default: the client's `tokenType`, else the server's choice. */
  tokenType?: TokenType | undefined;
  billingMode?: BillingMode | undefined;
  appSource?: string | undefined;
  /** http(s) URLs only; inline `data:` media are refused before the request. */
  mediaReferences?: MediaReference[] | undefined;
  /** Capacity units; the server refuses a start whose estimate is higher. Must be 0 or more. */
  maxEstimatedCapacityUnits?: number | undefined;
  /** Forwarded as given, and only when given. */
  confirmCost?: boolean | undefined;
  /** Server default: `true`. */
  safeContentFilter?: boolean | undefined;
}

/** Starts an inline plan. */
export interface StartInlineParams extends StartOptions {
  input: WorkflowInput | ImageToVideoInput;
  /** Forwarded when given, never invented. */
  kind?: Open<'image_to_video' | 'hosted_tool_sequence'> | undefined;
  templateId?: undefined;
  inputs?: undefined;
}

/** Starts a saved template; the run pauses for cost approval before anything is dispatched. */
export interface StartTemplateParams extends StartOptions {
  templateId: string;
  inputs?: Record<string, unknown> | undefined;
  input?: undefined;
  kind?: undefined;
}

export type StartParams = StartInlineParams | StartTemplateParams;

export interface StartResult {
  workflow: Workflow;
  /** Present when the run waits for cost approval (HTTP 202). */
  costPreview?: CostPreview;
  /** `true` when the idempotency key had been used: nothing new was started. */
  idempotent?: true;
}

export interface CancelResult {
  workflow: Workflow;
  /** `false` when the workflow had already ended. */
  transitioned: boolean;
}

export interface ResumeOptions {
  tokenType?: TokenType | undefined;
  billingMode?: BillingMode | undefined;
  appSource?: string | undefined;
  /** Answer to an interactive stage: an extension that the emulator documents. */
  input?: Record<string, unknown> | undefined;
}

export interface ResumeResult {
  workflow: Workflow;
  /** `false` when the workflow was running already. */
  resumed: boolean;
}

export interface ReseedParams {
  /** Step id to seed, 0 to 4294967295; steps not named get a random seed. */
  seedOverrides?: Record<string, number> | undefined;
  tokenType?: TokenType | undefined;
  billingMode?: BillingMode | undefined;
  appSource?: string | undefined;
}

export interface ReseedResult {
  workflow: Workflow;
  reseed: { clonedFromRunId: string; steps: { stepId: string; newSeed: number }[] };
  idempotent?: true;
}

export interface ConfirmCostParams {
  decision: 'confirm' | 'cancel';
  /** The preview exactly as received; required to confirm. */
  acceptedCostPreview?: CostPreview | undefined;
  reason?: string | undefined;
}

export interface ListWorkflowsParams {
  /** Items a page, 1 to 100. Server default 20. */
  limit?: number | undefined;
  /** Items to skip. Default 0. */
  offset?: number | undefined;
}
