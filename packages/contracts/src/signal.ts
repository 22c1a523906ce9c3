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
  name: string;
  source: SignalSource;
  /** What was observed, when presence alone does not say it. */
  value?: unknown;
}

/** What a session knows about itself; each true flag becomes a signal with source `session_state` (contracts 6.2). */
export interface SessionState {
  hasUploadedImage?: boolean;
  hasUploadedVideo?: boolean;
  hasUploadedAudio?: boolean;
  hasGeneratedImage?: boolean;
  hasGeneratedVideo?: boolean;
  hasGeneratedAudio?: boolean;
  hasActivePersona?: boolean;
  awaitingImageSelection?: boolean;
  pendingStitchAfterBatch?: boolean;
  completedWorkflow?: boolean;
}
