import { HOSTED_TOOLS, resolveToolName } from '@sogni/intelligence-client/tools';
import type { Token } from '../store/wallets.ts';
import type { PlanStep } from './types.ts';

const VENDOR = /^(gpt-image-2|seedance|happyhorse|wan-?3)/;

/**
 * Capacity units of a step: weight of the tool, times the results it makes. Known before the run, because a list of
 * sources or prompts counts as long as it is; the length of a video does not. Source: contracts 14.
 */
export function stepUnits({ toolName, arguments: args }: Pick<PlanStep, 'toolName' | 'arguments'>): number {
  const tool = resolveToolName(toolName);
  if (tool === undefined) return 0;
  const { numberOfVariations, sourceImageIndices, prompts } = args;
  const variations = typeof numberOfVariations === 'number' ? Math.floor(numberOfVariations) : 1;
  const lists = [sourceImageIndices, prompts].map((list) => (Array.isArray(list) ? list.length : 1));
  return HOSTED_TOOLS[tool].capacityUnits * Math.max(1, variations, ...lists);
}

/** Whether a step runs on a vendor's model, which is paid in premium Spark. Source: rest-api 3.4. */
export function usesVendorModel({ arguments: args }: Pick<PlanStep, 'arguments'>): boolean {
  const model = args.videoModel ?? args.model;
  if (typeof model !== 'string') return false;
  return VENDOR.test(
    model
      .trim()
      .toLowerCase()
      .replace(/[_. ]+/g, '-'),
  );
}

/** The token a step is paid in: vendor work always in Spark, the rest as the request says. Source: rest-api 3.4. */
export function tokenOf(tokenType: string, step: Pick<PlanStep, 'arguments'>): Token {
  if (tokenType === 'spark' || usesVendorModel(step)) return 'spark';
  return 'sogni';
}

/** The one token a preview is stated in. */
export function previewToken(tokenType: string, steps: readonly PlanStep[]): Token {
  if (tokenType === 'spark') return 'spark';
  return steps.some(usesVendorModel) ? 'spark' : 'sogni';
}
