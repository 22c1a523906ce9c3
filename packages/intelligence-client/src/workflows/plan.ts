import type { RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord } from '../transport/envelope.ts';
import { cycleIn } from './plan-cycle.ts';
import { dependencyIssues } from './plan-dependencies.ts';

/** Steps a plan may have. Source: rest-api 8.3. */
export const MAX_PLAN_STEPS = 12;

const STEP_ID = /^[A-Za-z0-9_-]+$/;

/** A step as far as the graph checks need it. */
export interface GraphStep {
  id: string;
  path: string;
  sources: { id: string; path: string }[];
}

/**
 * Checks the graph of an inline plan: 1 to 12 steps, step ids, arguments present, sources that exist and come earlier,
 * known transforms, no cycle. Tool names and argument schemas are the server's business.
 *
 * @returns every problem, an empty list when there is none. Source: rest-api 8.3.
 */
export function planIssues(input: unknown): RequestIssue[] {
  const steps = isRecord(input) ? input.steps : undefined;
  if (!Array.isArray(steps)) {
    return [
      { path: 'input.steps', code: 'steps_missing', message: 'input.steps must be a list of 1 to 12 steps' },
    ];
  }
  if (steps.length === 0 || steps.length > MAX_PLAN_STEPS) {
    const message = `input.steps holds ${steps.length} steps; a plan has 1 to ${MAX_PLAN_STEPS}`;
    return [{ path: 'input.steps', code: 'step_count', message }];
  }
  const issues: RequestIssue[] = [];
  const graph = steps.map((step: unknown, index) => readStep(step, index, issues));
  issues.push(...duplicateIssues(graph), ...sourceIssues(graph));
  return issues;
}

function readStep(step: unknown, index: number, issues: RequestIssue[]): GraphStep {
  const path = `input.steps.${index}`;
  const fallback = `step_${index + 1}`;
  if (!isRecord(step)) {
    issues.push({ path, code: 'step_type', message: `Step ${index + 1} must be an object` });
    return { id: fallback, path, sources: [] };
  }
  const { id = fallback, toolName, arguments: args, dependsOn } = step;
  if (typeof id !== 'string' || !STEP_ID.test(id)) {
    const message = `Step ${index + 1} has the id ${JSON.stringify(id)}; use letters, digits, "_" and "-"`;
    issues.push({ path: `${path}.id`, code: 'step_id', message });
  }
  if (typeof toolName !== 'string' || toolName === '') {
    issues.push({ path: `${path}.toolName`, code: 'tool_name', message: `Step ${index + 1} names no tool` });
  }
  if (!isRecord(args)) {
    const message = `Step ${index + 1} needs "arguments", an object (it may be empty)`;
    issues.push({ path: `${path}.arguments`, code: 'arguments_type', message });
  }
  return { id: String(id), path, sources: dependencyIssues(dependsOn, path, issues) };
}

function duplicateIssues(graph: GraphStep[]): RequestIssue[] {
  const seen = new Set<string>();
  return graph.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}.id`, code: 'step_id_duplicate', message: `Step id "${id}" is used twice` }];
  });
}

function sourceIssues(graph: GraphStep[]): RequestIssue[] {
  const cycle = cycleIn(graph);
  if (cycle) {
    const message = `Steps depend on each other in a circle: ${cycle.join(' -> ')}`;
    return [{ path: 'input.steps', code: 'cycle', message }];
  }
  const position = new Map(graph.map(({ id }, index) => [id, index]));
  return graph.flatMap(({ id, sources }, index) =>
    sources.flatMap((source) => {
      const at = position.get(source.id);
      if (at !== undefined && at < index) return [];
      const [code, reason] =
        at === undefined
          ? ['source_unknown', 'no step has that id']
          : ['source_later', 'that step comes later; move it before this one'];
      return [{ path: source.path, code, message: `Step "${id}" depends on "${source.id}": ${reason}` }];
    }),
  );
}
