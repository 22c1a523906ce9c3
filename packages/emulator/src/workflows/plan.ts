import {
  HOSTED_TOOLS,
  type HostedToolName,
  resolveToolName,
  validateToolArguments,
} from '@sogni/intelligence-client/tools';
import { INPUT_MEDIA, planIssues, type StepDependency } from '@sogni/intelligence-client/workflows';
import { badRequest } from '../http/api-error.ts';
import { canonicalArgument, parametersOf } from './argument-name.ts';
import { brokenRules } from './argument-rules.ts';
import { isRecord } from './is-record.ts';
import { cleanStepId, cleanStepIds } from './step-ids.ts';
import type { PlanStep } from './types.ts';

/**
 * Turns `input.steps` into the steps of a run: clean ids, flat tool names, canonical arguments. Throws a 400 that
 * names the step and the argument. Source: rest-api 8.3.
 */
export function planOf(input: Record<string, unknown>): PlanStep[] {
  const steps = input.steps;
  const cleaned = Array.isArray(steps) ? { ...input, steps: withCleanIds(steps) } : input;
  const issues = planIssues(cleaned);
  if (issues.length > 0) throw invalid(issues);
  return cleaned === input ? [] : (cleaned.steps as RawStep[]).map(readStep);
}

interface RawStep {
  id: string;
  toolName: string;
  arguments: Record<string, unknown>;
  dependsOn?: StepDependency[] | null;
}

function withCleanIds(steps: unknown[]): unknown[] {
  const ids = cleanStepIds(steps.map((step) => (isRecord(step) ? step.id : undefined)));
  return steps.map((step, index) => {
    if (!isRecord(step)) return step;
    const dependsOn = step.dependsOn ?? step.depends_on;
    return {
      ...step,
      id: ids[index],
      ...(Array.isArray(dependsOn) ? { dependsOn: dependsOn.map(cleanSource) } : {}),
    };
  });
}

function cleanSource(dependency: unknown): unknown {
  if (!isRecord(dependency)) return dependency;
  const { sourceStepId } = dependency;
  if (typeof sourceStepId !== 'string' || sourceStepId === INPUT_MEDIA) return dependency;
  return { ...dependency, sourceStepId: cleanStepId(sourceStepId) };
}

function readStep(step: RawStep, index: number): PlanStep {
  const { id, toolName } = step;
  const path = `input.steps.${index}`;
  const tool = durableTool(toolName, id, path);
  const dependsOn = (step.dependsOn ?? []).map((dependency, at) => {
    const targetArgument = canonicalArgument(tool, dependency.targetArgument);
    if (Object.hasOwn(parametersOf(tool), targetArgument)) return { ...dependency, targetArgument };
    throw badRequest(`Step "${id}": ${tool} has no argument "${targetArgument}" for a dependency to fill`, {
      path: `${path}.dependsOn.${at}.targetArgument`,
    });
  });
  const filled = new Set(dependsOn.map(({ targetArgument }) => targetArgument));
  const checked = validateToolArguments(tool, step.arguments, { coerce: true });
  // What a dependency fills in may be missing now; it is checked again before the step runs.
  const issues = checked.ok
    ? brokenRules(tool, checked.arguments)
    : checked.issues.filter((issue) => !filled.has(issue.path.split('.')[0] ?? ''));
  if (issues.length > 0) {
    throw invalid(
      issues.map(({ code, message, path: at }) => ({
        path: `${path}.arguments${at ? `.${at}` : ''}`,
        code,
        message: `Step "${id}" (${tool}): ${message}`,
      })),
    );
  }
  return { id, toolName: tool, arguments: checked.arguments, dependsOn };
}

function durableTool(toolName: string, id: string, path: string): HostedToolName {
  if (toolName.startsWith('wf:')) {
    throw badRequest(
      `Step "${id}" uses ${toolName}: this emulator does not run wf:* primitives in inline plans yet`,
      {
        path: `${path}.toolName`,
      },
    );
  }
  const tool = resolveToolName(toolName);
  if (tool === undefined) {
    throw badRequest(
      `Step "${id}" uses the unsupported tool "${toolName}"; see the hosted tool catalogue for the names`,
      {
        path: `${path}.toolName`,
      },
    );
  }
  const { durable, group } = HOSTED_TOOLS[tool];
  if (!durable && group !== 'generation') {
    throw badRequest(
      `Step "${id}" uses ${tool}, which is no durable step; call it in a chat or through tools/execute`,
      {
        path: `${path}.toolName`,
      },
    );
  }
  return tool;
}

function invalid(issues: { message: string }[]) {
  return badRequest(issues.map(({ message }) => message).join('; '), { issues });
}
