import type { GraphStep } from './plan.ts';

/** Ids along a circle of dependencies, the first repeated at the end; `undefined` when the graph has none. */
export function cycleIn(graph: readonly GraphStep[]): string[] | undefined {
  const steps = new Map(graph.map((step) => [step.id, step]));
  const done = new Set<string>();
  const trail: string[] = [];

  const visit = (id: string): string[] | undefined => {
    const repeated = trail.indexOf(id);
    if (repeated !== -1) return [...trail.slice(repeated), id];
    const step = steps.get(id);
    if (done.has(id) || !step) return undefined;
    trail.push(id);
    for (const source of step.sources) {
      const cycle = visit(source.id);
      if (cycle) return cycle;
    }
    trail.pop();
    done.add(id);
    return undefined;
  };

  for (const { id } of graph) {
    const cycle = visit(id);
    if (cycle) return cycle;
  }
  return undefined;
}
