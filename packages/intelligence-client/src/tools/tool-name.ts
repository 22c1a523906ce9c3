import { HOSTED_TOOLS, type HostedToolName } from './catalog.ts';

const RETIRED_PREFIX = 'sogni_';

function isHostedToolName(name: string): name is HostedToolName {
  return Object.hasOwn(HOSTED_TOOLS, name);
}

/**
 * Finds the tool that a name stands for: the name itself, or the retired `sogni_` form of it.
 *
 * Gives undefined for names outside the catalogue, the `wf:*` primitives among them. Source: rest-api 8.2.
 */
export function resolveToolName(name: string): HostedToolName | undefined {
  if (isHostedToolName(name)) return name;
  if (!name.startsWith(RETIRED_PREFIX)) return undefined;
  const flat = name.slice(RETIRED_PREFIX.length);
  return isHostedToolName(flat) ? flat : undefined;
}
