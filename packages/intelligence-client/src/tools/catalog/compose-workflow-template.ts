import type { HostedTool } from '../hosted-tool.ts';
import { prompt } from '../parameters/prompt.ts';
import { destinationModels, planAspectRatio } from '../parameters/workflow-plan.ts';

/** Drafts a workflow template from a brief, or edits one. */
export const composeWorkflowTemplate = {
  name: 'compose_workflow_template',
  aliases: ['sogni_compose_workflow_template'],
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
    required: ['brief', 'name'],
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
      name: { type: 'string', minLength: 1, maxLength: 200 },
      description: { type: 'string' },
      category: {
        type: 'string',
        enum: ['portrait', 'video-social', 'makeover', 'cinematic', 'music', 'analysis', 'custom', 'other'],
        default: 'custom',
      },
      visibility: { type: 'string', enum: ['private', 'public'], default: 'private' },
      /** What a run of the template asks for. */
      inputs: {
        type: 'array',
        maxItems: 16,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'type'],
          properties: {
            name: { type: 'string', minLength: 1, maxLength: 64 },
            type: {
              type: 'string',
              enum: ['image', 'audio', 'video', 'text', 'number', 'select', 'boolean'],
            },
            required: { type: 'boolean' },
            description: { type: 'string' },
            default: {},
            options: {
              type: 'array',
              items: {
                type: 'object',
                required: ['value', 'label'],
                properties: { value: { type: 'string' }, label: { type: 'string' } },
              },
            },
            multiple: {
              type: 'object',
              required: ['min', 'max'],
              properties: { min: { type: 'integer', minimum: 0 }, max: { type: 'integer', minimum: 1 } },
            },
            internal: { type: 'boolean' },
          },
        },
      },
      /** The template to edit; its stage ids and input names stay. */
      existing_template: { type: 'object' },
    },
  },
} as const satisfies HostedTool;
