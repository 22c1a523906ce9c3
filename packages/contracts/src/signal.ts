/**
 * Where a signal was observed. `regex` is an older spelling of `fact_extractor`; both are advisory, so a gating
 * policy that demands a source is never satisfied by them (contracts 6.2).
 */
export type SignalSource =
  | 'planner'
  | 'fact_extractor'
  | 'classifier'
  | 'session_state'
  | 'runtime_state'
  | 'artifact_graph'
  | 'user_explicit'
  | 'regex';

/** One observed fact about a turn, such as `has_uploaded_video` (contracts 6.2). */
export interface Signal {
  /** In snake_case, such as `has_uploaded_video`. */
  name: string;
  /** Who observed it. */
  source: SignalSource;
  /** What was observed, when presence alone does not say it. */
  value?: unknown;
}

/** What a session knows about itself; each true flag becomes a signal with source `session_state` (contracts 6.2). */
export interface SessionState {
  /** The user uploaded an image: `has_uploaded_image`. */
  hasUploadedImage?: boolean;
  /** The user uploaded a video: `has_uploaded_video`. */
  hasUploadedVideo?: boolean;
  /** The user uploaded audio: `has_uploaded_audio`. */
  hasUploadedAudio?: boolean;
  /** An image was made in the session: `has_generated_image`. */
  hasGeneratedImage?: boolean;
  /** A video was made in the session: `has_generated_video`. */
  hasGeneratedVideo?: boolean;
  /** Audio was made in the session: `has_generated_audio`. */
  hasGeneratedAudio?: boolean;
  /** A persona is chosen: `has_active_persona`. */
  hasActivePersona?: boolean;
  /** The user was asked to pick an image and has not yet: `awaiting_image_selection`. */
  awaitingImageSelection?: boolean;
  /** Clips of a batch are still to be joined: `pending_stitch_after_batch`. */
  pendingStitchAfterBatch?: boolean;
  /** A workflow of the session is finished: `completed_workflow`. */
  completedWorkflow?: boolean;
}
