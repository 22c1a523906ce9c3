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
  /** The argument to fill, such as `sourceImageIndex`; an array collects the values of several bindings. */
  targetArgument: string;
  /** What the argument gets of the artifact. */
  transform?: DependencyTransform;
  /** Which artifact of the source, counted from 0 after `mediaType` has filtered. Default 0. */
  sourceArtifactIndex?: number;
  /** Picks the artifact by its id instead. */
  sourceArtifactId?: string;
  /** Considers artifacts of this kind only. */
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
  /** Checked against the tool's schema before the plan is accepted, and again before the step runs. */
  arguments: Record<string, unknown>;
  /** Arguments that come from earlier steps. */
  dependsOn?: StepDependency[];
}

/** An inline plan of 1 to 12 steps. Source: rest-api 8.3. */
export interface WorkflowInput {
  /** Server default: `Durable creative workflow`. */
  title?: string;
  /** A step that others build on comes before them. */
  steps: WorkflowStepInput[];
}

/** Input of the kind `image_to_video`: an image step that feeds a video step. Source: seed 001. */
export interface ImageToVideoInput {
  /** Prompt of the image. */
  prompt: string;
  /** Default: `prompt`. */
  videoPrompt?: string;
  /** Seconds. */
  duration?: number;
  /** Model of the image step. Default: the server's choice. */
  imageModel?: string;
  /** Model of the video step. Default: the server's choice. */
  videoModel?: string;
}
