import type { ToolParameter } from '../tool-parameter.ts';

/** What both planning tools are told about the plan. */
export const workflowPlan = {
  brief: { type: 'string', minLength: 1 },
  scene_count: { type: 'integer', minimum: 1, maximum: 12 },
  /** Length of the whole piece in seconds. */
  duration_seconds: { type: 'number', minimum: 1, maximum: 120 },
  aspect_ratio: { type: 'string', enum: ['1:1', '4:3', '3:4', '16:9', '9:16', '21:9'] },
  style: { type: 'string' },
  /** Models to plan for, by kind of media. */
  destination_models: {
    type: 'object',
    properties: { image: { type: 'string' }, video: { type: 'string' }, music: { type: 'string' } },
  },
  /** Budget in capacity units; a plan above it comes back with `fits_budget: false`. */
  max_estimated_capacity_units: { type: 'integer', minimum: 1 },
  include_audio: { type: 'boolean', default: false },
  return_format: { type: 'string', enum: ['json'] },
} as const satisfies Record<string, ToolParameter>;
