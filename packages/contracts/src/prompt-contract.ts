/** A sentence added to a tool's description only while a signal is present (contracts 6.1). */
export interface ConditionalNote {
  /** Name of the signal, such as `has_uploaded_video`. */
  signal: string;
  /** The sentence that is added. */
  note: string;
}

/** How one tool is described to a model (contracts 6.1). */
export interface PromptContract {
  /** The tool's name followed by `_v1`. */
  contractId: string;
  /** Version of this description. */
  version: string;
  /** The tool it describes. */
  toolName: string;
  /** What the tool does, whatever the signals say. */
  baseDescription: string;
  /** One note a parameter, by parameter name. */
  parameterDocs: Record<string, string>;
  /** Sample uses; they become part of the description. */
  examples?: string[];
  /** Sentences that only some signals call for. */
  conditionalNotes?: ConditionalNote[];
}
