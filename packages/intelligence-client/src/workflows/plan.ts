import type { RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord } from '../transport/envelope.ts';
import { issue } from '../transport/request-issues.ts';
import { cycleIn } from './plan-cycle.ts';
import { dependencyIssues } from './plan-dependencies.ts';

/** Steps a plan may have. Source: rest-api 8.3. */
export const MAX_PLAN_STEPS = 12;

const PLAN_SIZE = `1 to ${MAX_PLAN_STEPS} steps`;

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
    return [issue('input.steps', 'steps_missing', `must be a list of ${PLAN_SIZE}`)];
  }
  if (steps.length === 0 || steps.length > MAX_PLAN_STEPS) {
    return [issue('input.steps', 'step_count', `holds ${steps.length} steps; a plan has ${PLAN_SIZE}`)];
  }
  const issues: RequestIssue[] = [];
  const graph = steps.map((step: unknown, index) => readStep(step, index, issues));
  return [...issues, ...duplicateIssues(graph), ...sourceIssues(graph)];
}

function readStep(step: unknown, index: number, issues: RequestIssue[]): GraphStep {
  const path = `input.steps.${index}`;
  const fallback = `step_${index + 1}`;
  const refuse = (field: string, code: string, what: string) =>
    issues.push({ path: path + field, code, message: `Step ${index + 1} ${what}` });
  if (!isRecord(step)) {
    refuse('', 'step_type', 'must be an object');
    return { id: fallback, path, sources: [] };
  }
  const { id = fallback, toolName, arguments: args, dependsOn } = step;
  if (typeof id !== 'string' || !STEP_ID.test(id)) {
    refuse('.id', 'step_id', `has the id ${JSON.stringify(id)}; use letters, digits, "_" and "-"`);
  }
  if (typeof toolName !== 'string' || toolName === '') {
    refuse('.toolName', 'tool_name', 'names no tool');
  }
  if (!isRecord(args)) {
    refuse('.arguments', 'arguments_type', 'needs "arguments", an object (it may be empty)');
  }
  return { id: String(id), path, sources: dependencyIssues(dependsOn, path, issues) };
}

function duplicateIssues(graph: GraphStep[]): RequestIssue[] {
  return graph
    .filter(({ id }, index) => positionOf(id, graph) < index)
    .map(({ id, path }) =>
      issue(`${path}.id`, 'step_id_duplicate', `is "${id}", as that of an earlier step`),
    );
}

function sourceIssues(graph: GraphStep[]): RequestIssue[] {
  const cycle = cycleIn(graph);
  if (cycle) {
    const message = `Steps depend on each other in a circle: ${cycle.join(' -> ')}`;
    return [{ path: 'input.steps', code: 'cycle', message }];
  }
  return graph.flatMap(({ sources }, index) =>
    sources.flatMap((source) => {
      const at = positionOf(source.id, graph);
      if (at === -1) return [issue(source.path, 'source_unknown', `is "${source.id}"; no step has that id`)];
      if (at < index) return [];
      return [
        issue(
          source.path,
          'source_later',
          `is "${source.id}", which comes later; move that step before this one`,
        ),
      ];
    }),
  );
}

function positionOf(id: string, graph: GraphStep[]): number {
  return graph.findIndex((step) => step.id === id);
}
