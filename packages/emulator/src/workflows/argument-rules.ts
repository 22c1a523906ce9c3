import { HOSTED_TOOLS, type HostedToolName } from '@sogni/intelligence-client/tools';
import { MAX_SEED } from '../executor/seed.ts';
import { MAX_IMAGE_SIDE, MAX_VIDEO_SIDE } from '../media/request-limits.ts';

/** A rule that arguments break. */
interface BrokenRule {
  /** The argument. */
  path: string;
  code: 'out_of_range' | 'mismatch';
  message: string;
}

/** Rules that the schema of a tool cannot state. Source: rest-api 8.3 and 8.10, contracts 2.2. */
export function brokenRules(tool: HostedToolName, args: Readonly<Record<string, unknown>>): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const longest = HOSTED_TOOLS[tool].output[0] === 'video' ? MAX_VIDEO_SIDE : MAX_IMAGE_SIDE;
  for (const side of ['width', 'height']) {
    broken.push(...outside(args, side, 1, longest));
  }
  broken.push(...outside(args, 'seed', -1, MAX_SEED));
  const strengths = listLength(args.loraStrengths);
  const loras = listLength(args.loras);
  if (strengths !== undefined && strengths !== loras) {
    broken.push({
      path: 'loraStrengths',
      code: 'mismatch',
      message: `"loraStrengths" has ${strengths} entries for ${loras ?? 0} in "loras"; give one for each.`,
    });
  }
  return broken;
}

function outside(
  args: Readonly<Record<string, unknown>>,
  name: string,
  least: number,
  most: number,
): BrokenRule[] {
  const value = args[name];
  if (typeof value !== 'number' || (Number.isInteger(value) && value >= least && value <= most)) return [];
  const message = `"${name}" is ${value}; give a whole number from ${least} to ${most}.`;
  return [{ path: name, code: 'out_of_range', message }];
}

function listLength(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}
