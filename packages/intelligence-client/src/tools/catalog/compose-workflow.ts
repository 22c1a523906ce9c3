import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';
import { destinationModels, planAspectRatio } from '../parameters/workflow-plan.ts';

/** Plans a durable workflow from a brief. */
export const composeWorkflow = {
  name: 'compose_workflow',
  aliases: ['sogni_compose_workflow'],
  group: 'planning',
  output: ['structured'],
  costClass: 'compose.standard',
  capacityUnits: 1,
  risk: 'paid',
  surfaces: ['creative-agent'],
  durable: false,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['brief'],
    properties: {
      /** What the workflow should make. */
      brief: prompt,
      scene_count: { type: 'integer', minimum: 1, maximum: 12 },
      /** Length of the whole piece in seconds. */
      duration_seconds: { type: 'number', minimum: 1, maximum: 120 },
      aspect_ratio: planAspectRatio,
      style: { type: 'string' },
      /** Models to plan for, by kind of media. */
      destination_models: destinationModels,
      /** Budget in capacity units; a plan above it comes back with `fits_budget: false`. */
      max_estimated_capacity_units: { type: 'integer', minimum: 1 },
      include_audio: { type: 'boolean', default: false },
      return_format: { type: 'string', enum: ['json'] },
    },
  },
} as const satisfies HostedTool;
