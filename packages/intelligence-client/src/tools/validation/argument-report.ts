/** Something that keeps arguments from being accepted, or that was changed on the way. */
export interface ArgumentFinding<Code extends string = string> {
  /** Dotted path inside the arguments, such as `overlays.0.kind`; empty for the arguments as a whole. */
  readonly path: string;
  /** For programs: which rule it is about. */
  readonly code: Code;
  /** For people: what was found, in a sentence. */
  readonly message: string;
}

/** Which rule an argument broke; the JSON Schema keyword in snake_case where there is one. Source: contracts 2.1. */
export type ArgumentIssueCode =
  | 'unknown_tool'
  | 'not_an_object'
  | 'missing'
  | 'retired'
  | 'type'
  | 'const'
  | 'enum'
  | 'minimum'
  | 'maximum'
  | 'exclusive_minimum'
  | 'exclusive_maximum'
  | 'min_length'
  | 'max_length'
  | 'pattern'
  | 'min_items'
  | 'max_items'
  | 'one_of'
  | 'any_of'
  | 'schema';

/** What happened to an argument that was accepted or left out. Source: contracts 2.1. */
export type ArgumentWarningCode =
  | 'unknown_argument'
  | 'duplicate_argument'
  | 'unlisted_value'
  | 'ignored_value'
  | 'coerced';

/** A reason why arguments are refused. */
export type ArgumentIssue = ArgumentFinding<ArgumentIssueCode>;

/** Something the validator changed, left out or could not confirm. */
export type ArgumentWarning = ArgumentFinding<ArgumentWarningCode>;

/** What one validation has found so far. */
export interface ArgumentReport {
  readonly issues: ArgumentIssue[];
  readonly warnings: ArgumentWarning[];
  readonly coerce: boolean;
}

/** An empty report that follows the same rules as another. */
export function subReport({ coerce }: ArgumentReport): ArgumentReport {
  return { issues: [], warnings: [], coerce };
}

/** The path of a key or position inside another path. */
export function childPath(parent: string, key: string | number): string {
  return parent === '' ? String(key) : `${parent}.${key}`;
}

/** How a message names what stands at a path. */
export function nameOf(path: string): string {
  return path === '' ? 'The value' : `"${path}"`;
}
