/** Durable creative workflows. */
export { inlineMediaIssues } from './inline-media.ts';
export { MAX_PLAN_STEPS, planIssues } from './plan.ts';
export { DEPENDENCY_TRANSFORMS, INPUT_MEDIA } from './plan-dependencies.ts';
export type * from './types.ts';
