/** A tool as a chat completion request lists it. */
export interface ToolDefinition {
  /** Always `function`. */
  type: 'function';
  /** The tool's name, what it is for, and what it takes. */
  function: {
    name: string;
    description?: string;
    /** JSON Schema of the arguments. */
    parameters?: Record<string, unknown>;
  };
}

/** What a model is shown in one turn: the visible tools, and what it must know about the others (contracts 6.4). */
export interface ToolSurface {
  /** The visible tools, each description followed by its prompt contract. */
  tools: ToolDefinition[];
  /** Lines on forbidden tools, required tools and the rationale; a line without content is left out. */
  contextBlock: string;
}
