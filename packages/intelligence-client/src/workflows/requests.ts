import type { BillingMode, TokenType } from '../transport/billing.ts';
import type { MediaReference } from '../transport/media-reference.ts';
import type { Open } from '../transport/open-type.ts';
import type { ImageToVideoInput, WorkflowInput } from './plan-input.ts';
import type { CostPreview, Workflow } from './types.ts';

/** Options of every start, inline or from a template. Source: rest-api 8.1. */
export interface StartOptions {
  /** Default: the client's `tokenType`, else the server's choice. */
  tokenType?: TokenType | undefined;
  /** Default: the client's `billingMode`, else the server's choice. */
  billingMode?: BillingMode | undefined;
  /** Label of your application, sent as `app_source`. Default: the client's `appSource`. */
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
  /** The plan, or the input of the kind `image_to_video`. */
  input: WorkflowInput | ImageToVideoInput;
  /** Forwarded when given, never invented. */
  kind?: Open<'image_to_video' | 'hosted_tool_sequence'> | undefined;
  /** Belongs to the other form. */
  templateId?: undefined;
  /** Belongs to the other form. */
  inputs?: undefined;
}

/** Starts a saved template; the run pauses for cost approval before anything is dispatched. */
export interface StartTemplateParams extends StartOptions {
  /** Sent as `workflow_id`. */
  templateId: string;
  /** Input values by the names the template declares. */
  inputs?: Record<string, unknown> | undefined;
  /** Belongs to the other form. */
  input?: undefined;
  /** Belongs to the other form. */
  kind?: undefined;
}

/** An inline plan or a saved template, never both. Source: rest-api 8.1. */
export type StartParams = StartInlineParams | StartTemplateParams;

/** An accepted start. Source: rest-api 8.4. */
export interface StartResult {
  /** The record: accepted and stored, not finished. */
  workflow: Workflow;
  /** Present when the run waits for cost approval (HTTP 202). */
  costPreview?: CostPreview;
  /** `true` when the idempotency key had been used: nothing new was started. */
  idempotent?: true;
}

/** What a cancellation led to. Source: rest-api 8.10. */
export interface CancelResult {
  /** The record after the cancellation. */
  workflow: Workflow;
  /** `false` when the workflow had already ended. */
  transitioned: boolean;
}

/** Options of `resume`. Source: rest-api 8.10. */
export interface ResumeOptions {
  /** Default: the client's `tokenType`, else the server's choice. */
  tokenType?: TokenType | undefined;
  /** Default: the client's `billingMode`, else the server's choice. */
  billingMode?: BillingMode | undefined;
  /** Default: the client's `appSource`. */
  appSource?: string | undefined;
  /** Answer to an interactive stage: an extension that the emulator documents. */
  input?: Record<string, unknown> | undefined;
}

/** What a resume led to. Source: rest-api 8.10. */
export interface ResumeResult {
  /** The record as it goes on. */
  workflow: Workflow;
  /** `false` when the workflow was running already. */
  resumed: boolean;
}

/** Options of `reseed`. Source: rest-api 8.10. */
export interface ReseedParams {
  /** Step id to seed, 0 to 4294967295; steps not named get a random seed. */
  seedOverrides?: Record<string, number> | undefined;
  /** Default: the client's `tokenType`, else the server's choice. */
  tokenType?: TokenType | undefined;
  /** Default: the client's `billingMode`, else the server's choice. */
  billingMode?: BillingMode | undefined;
  /** Default: the client's `appSource`. */
  appSource?: string | undefined;
}

/** A clone with other seeds. Source: rest-api 8.10. */
export interface ReseedResult {
  /** The new workflow. */
  workflow: Workflow;
  /** The workflow it was cloned from, and the seed every step got. */
  reseed: { clonedFromRunId: string; steps: { stepId: string; newSeed: number }[] };
  /** `true` when the idempotency key had been used: nothing new was started. */
  idempotent?: true;
}

/** The answer to a cost pause. Source: rest-api 8.11. */
export interface ConfirmCostParams {
  /** `cancel` ends the workflow as `cancelled`. */
  decision: 'confirm' | 'cancel';
  /** The preview exactly as received; required to confirm. */
  acceptedCostPreview?: CostPreview | undefined;
  /** Why, in your words. */
  reason?: string | undefined;
}

/** Where a list begins, and how long its pages are. Source: rest-api 3.2. */
export interface ListWorkflowsParams {
  /** Items a page, 1 to 100. Server default 20. */
  limit?: number | undefined;
  /** Items to skip. Default 0. */
  offset?: number | undefined;
}
