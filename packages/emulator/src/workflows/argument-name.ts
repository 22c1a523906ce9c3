import {
  HOSTED_TOOLS,
  type HostedToolName,
  resolveArgumentName,
  type ToolParameter,
} from '@sogni/intelligence-client/tools';

/** The described name of an argument; a spelling that nothing describes is returned as it is. */
export function canonicalArgument(tool: HostedToolName, spelling: string): string {
  return resolveArgumentName(tool, spelling) ?? spelling;
}

/** The arguments a tool describes. */
export function parametersOf(tool: HostedToolName): Readonly<Record<string, ToolParameter>> {
  return HOSTED_TOOLS[tool].parameters.properties;
}
