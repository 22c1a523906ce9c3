import type { HostedTool } from '../hosted-tool.ts';
import { workflowPlan } from '../parameters/workflow-plan.ts';

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
      ...workflowPlan,
    },
  },
} as const satisfies HostedTool;
