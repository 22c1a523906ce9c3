import { HOSTED_TOOLS, type HostedToolName } from './catalog.ts';
import { canonicalName } from './validation/argument-names.ts';

/**
 * The described name that a spelling of an argument stands for: itself, its twin in the other case, or an alias;
 * `undefined` when the tool has no such argument. Source: contracts 1.4.
 */
export function resolveArgumentName(tool: HostedToolName, spelling: string): string | undefined {
  return canonicalName(spelling, HOSTED_TOOLS[tool].parameters.properties);
}
