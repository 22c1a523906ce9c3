import { resolveToolName, type ToolParameter, validateToolArguments } from '@sogni/intelligence-client/tools';
import { INPUT_MEDIA, type StepDependency } from '@sogni/intelligence-client/workflows';
import type { MediaFiles } from '../store/media-files.ts';
import { parametersOf } from '../workflows/argument-name.ts';
import type { PlanStep, StoredStep } from '../workflows/types.ts';
import type { MediaSpace, SourceMedia } from './media-space.ts';
import { StepError } from './step-error.ts';
import { applyTransform, impliedTransform, kindOf } from './transforms.ts';

/** What the arguments of a step are resolved against. */
export interface ResolutionScope {
  steps: readonly StoredStep[];
  space: MediaSpace;
  files: MediaFiles;
}

/**
 * Fills in a step's dependencies and checks the result against the tool once more. List arguments collect, others are
 * overwritten; a source that is missing fails the step only when it is `required`. Throws a `StepError`.
 * Source: rest-api 8.3, 19 Q24.
 */
export async function resolveArguments(
  step: PlanStep,
  scope: ResolutionScope,
): Promise<Record<string, unknown>> {
  const tool = resolveToolName(step.toolName);
  if (tool === undefined) throw new StepError('PARAMETER_INVALID', `"${step.toolName}" is not a hosted tool`);
  const parameters = parametersOf(tool);
  const args = { ...step.arguments };
  for (const dependency of step.dependsOn) {
    const { targetArgument } = dependency;
    const transform = dependency.transform ?? impliedTransform(targetArgument);
    const source = pick(dependency, kindOf(transform) ?? dependency.mediaType, scope);
    if (!source) {
      if (dependency.required) throw missing(step, dependency, scope);
      continue;
    }
    const parameter = parameters[targetArgument];
    const value = await applyTransform(transform, source, scope.files, {
      wantsObject: wantsObject(parameter),
    });
    args[targetArgument] = isList(parameter) ? collect(args[targetArgument], value) : value;
  }
  const checked = validateToolArguments(tool, args, { coerce: true });
  if (checked.ok) return checked.arguments;
  throw new StepError('PARAMETER_INVALID', checked.issues.map(({ message }) => message).join(' '));
}

function pick(
  dependency: StepDependency,
  kind: string | undefined,
  scope: ResolutionScope,
): SourceMedia | undefined {
  const { sourceStepId, sourceArtifactId, sourceArtifactIndex = 0 } = dependency;
  const { generated, uploaded } = scope.space;
  const sequence = scope.steps.find(({ id }) => id === sourceStepId)?.sequence;
  const all: readonly SourceMedia[] =
    sourceStepId === INPUT_MEDIA ? uploaded : generated.filter(({ step }) => step === sequence);
  if (sourceArtifactId !== undefined) return all.find(({ id }) => id === sourceArtifactId);
  return all.filter((source) => kind === undefined || source.kind === kind)[sourceArtifactIndex];
}

function missing(step: PlanStep, dependency: StepDependency, { steps }: ResolutionScope): StepError {
  const { sourceStepId, targetArgument } = dependency;
  const source = steps.find(({ id }) => id === sourceStepId);
  const why = source?.status === 'failed' ? 'which failed' : 'which has no such artifact';
  return new StepError(
    'ASSET_NOT_FOUND',
    `Step "${step.id}" needs "${sourceStepId}" for ${targetArgument}, ${why}`,
  );
}

function isList(parameter: ToolParameter | undefined): boolean {
  return parameter?.type === 'array';
}

function wantsObject(parameter: ToolParameter | undefined): boolean {
  const items = parameter?.items;
  return items !== undefined && 'type' in items && items.type === 'object';
}

function collect(present: unknown, value: unknown): unknown[] {
  const before =
    present === undefined || present === null ? [] : Array.isArray(present) ? present : [present];
  return [...before, ...(Array.isArray(value) ? value : [value])];
}
