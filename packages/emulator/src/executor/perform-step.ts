import { resolveToolName } from '@sogni/intelligence-client/tools';
import { withOrigin } from '../http/origin.ts';
import { planTool } from '../tools/catalog.ts';
import type { ManifestEntry, ToolOutput, ToolPlan } from '../tools/tool-call.ts';
import type { StoredStep } from '../workflows/types.ts';
import type { MediaSpace } from './media-space.ts';
import type { Renders } from './renders.ts';
import type { FinishedOutput } from './settle-step.ts';
import { StepError } from './step-error.ts';

/** What a step came to. */
export interface StepYield {
  outputs: FinishedOutput[];
  result: Record<string, unknown> | undefined;
}

/** Does the work of a step whose arguments are resolved; changes nothing in the database. Throws a `StepError`. */
export async function performStep(
  toolName: string,
  step: StoredStep,
  steps: readonly StoredStep[],
  space: MediaSpace,
  renders: Renders,
): Promise<StepYield> {
  const tool = resolveToolName(toolName);
  if (tool === undefined) throw new StepError('PARAMETER_INVALID', `"${toolName}" is not a hosted tool`);
  const { arguments: args = {}, seed = 0 } = step.detail;
  const call = { tool, stepId: step.id, args, seed, space, manifest: manifestBefore(step, steps) };
  const { outputs, result } = planTool(call);
  return { outputs: await finish(outputs, renders), result };
}

async function finish(outputs: ToolPlan['outputs'], renders: Renders): Promise<FinishedOutput[]> {
  const finished: FinishedOutput[] = [];
  for (const output of outputs) {
    finished.push({ ...output, media: await mediaOf(output, renders) });
  }
  return finished.map(({ media, seed, metadata }) => ({
    media,
    ...(seed === undefined ? {} : { seed }),
    ...(metadata === undefined ? {} : { metadata }),
  }));
}

async function mediaOf(output: ToolOutput, renders: Renders) {
  try {
    if ('text' in output) return await renders.write(withOrigin(output.text, ''), output.kind);
    return await renders.render(output.request);
  } catch (error) {
    const code = error instanceof RangeError ? 'PARAMETER_INVALID' : 'GPU_WORKER_FAILED';
    throw new StepError(code, error instanceof Error ? error.message : String(error));
  }
}

/** The asset manifest as the latest step before this one left it. */
function manifestBefore(step: StoredStep, steps: readonly StoredStep[]): ManifestEntry[] {
  const results = steps
    .filter(({ sequence }) => sequence < step.sequence)
    .map(({ detail }) => detail.result?.manifest);
  const latest = results.findLast((manifest) => Array.isArray(manifest));
  return Array.isArray(latest) ? latest : [];
}
