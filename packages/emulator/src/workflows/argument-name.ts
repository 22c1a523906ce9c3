import { HOSTED_TOOLS, type HostedToolName, type ToolParameter } from '@sogni/intelligence-client/tools';

/**
 * The described name that a spelling of an argument means: itself, the other case of it, or an alias. A spelling that
 * nothing describes is returned as it is. Source: contracts 1.4.
 */
export function canonicalArgument(tool: HostedToolName, spelling: string): string {
  const properties = parametersOf(tool);
  if (Object.hasOwn(properties, spelling)) return spelling;
  const wanted = snakeCase(spelling);
  const twin = Object.keys(properties).find((name) => snakeCase(name) === wanted);
  if (twin) return twin;
  const described = Object.entries(properties);
  const match = described.find(([, { aliases }]) => aliases?.some((alias) => snakeCase(alias) === wanted));
  return match?.[0] ?? spelling;
}

/** The arguments a tool describes. */
export function parametersOf(tool: HostedToolName): Readonly<Record<string, ToolParameter>> {
  return HOSTED_TOOLS[tool].parameters.properties;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
