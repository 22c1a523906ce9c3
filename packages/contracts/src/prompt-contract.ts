/** A sentence added to a tool's description only while a signal is present (contracts 6.1). */
export interface ConditionalNote {
  signal: string;
  note: string;
}

/** How one tool is described to a model (contracts 6.1). */
export interface PromptContract {
  /** The tool's name followed by `_v1`. */
  contractId: string;
  version: string;
  toolName: string;
  baseDescription: string;
  /** One note a parameter, by parameter name. */
  parameterDocs: Record<string, string>;
  examples?: string[];
  conditionalNotes?: ConditionalNote[];
}
