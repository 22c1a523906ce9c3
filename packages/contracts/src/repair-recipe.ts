/** The error codes that a repair recipe can answer (contracts 6.6); `UNKNOWN_ERROR` has no recipe. */
export type RepairErrorCode =
  | 'PARAMETER_INVALID'
  | 'GPU_WORKER_FAILED'
  | 'USER_INPUT_INCOMPLETE'
  | 'COST_LIMIT_EXCEEDED'
  | 'ASSET_NOT_FOUND'
  | 'WORKFLOW_VALIDATION_FAILED'
  | 'MODEL_UNAVAILABLE'
  | 'PERMISSION_REQUIRED'
  | 'SAFETY_REJECTED'
  | 'PROVIDER_TIMEOUT'
  | 'USER_CANCELLED'
  | 'UNKNOWN_ERROR';

/** What a recipe does: correct the arguments and run again, ask the user, or propose another call. */
export type RepairMode = 'autoRepair' | 'stopAndAsk' | 'suggestFollowup';

/** What to do when a tool fails with an error code (contracts 6.1, 6.6). */
export interface RepairRecipe {
  /** The tool's name, a dot and a slug, such as `extend_video.duration_clamp`. */
  recipeId: string;
  /** Version of this recipe. */
  version: string;
  /** The tool whose failure it answers. */
  toolName: string;
  /** The failure it answers. */
  errorCode: RepairErrorCode;
  /** What it does about the failure. */
  mode: RepairMode;
  /** Attempts under this recipe before the user is asked; 0 or more. */
  maxRetries: number;
  /** Text with `{{key}}` placeholders; a key without a value becomes empty text. */
  repairNoteTemplate: string;
  /** Arguments that `autoRepair` replaces by the corrected value the error carried. */
  autoRepairFields?: string[];
  /** The tool that `suggestFollowup` proposes. Default: the same tool. */
  suggestedFollowupTool?: string;
}
