import * as z from 'zod/mini';
import { envelope } from '../transport/envelope-schema.ts';
import { lazily } from '../transport/lazily.ts';
import { DEPENDENCY_TRANSFORMS } from './plan-dependencies.ts';

const text = () => z.exactOptional(z.string());
const number = () => z.exactOptional(z.number());
const flag = () => z.exactOptional(z.boolean());
const record = () => z.exactOptional(z.record(z.string(), z.unknown()));

/** A finished file. Source: rest-api 8.9. */
export const artifactSchema = lazily(() =>
  z.looseObject({
    id: text(),
    url: z.string(),
    kind: text(),
    mediaType: text(),
    type: text(),
    mimeType: text(),
    width: number(),
    height: number(),
    duration: number(),
    durationSeconds: number(),
    sizeBytes: number(),
    stepId: text(),
    toolName: text(),
    seed: number(),
    metadata: record(),
  }),
);

const dependencySchema = lazily(() =>
  z.looseObject({
    sourceStepId: z.string(),
    targetArgument: z.string(),
    transform: z.exactOptional(z.enum(DEPENDENCY_TRANSFORMS)),
    sourceArtifactIndex: number(),
    sourceArtifactId: text(),
    mediaType: z.exactOptional(z.enum(['image', 'video', 'audio'])),
    required: flag(),
  }),
);

/** A step as the server records it. Source: rest-api 8.7. */
export const workflowStepSchema = lazily(() =>
  z.looseObject({
    id: z.string(),
    sequence: number(),
    toolName: text(),
    status: text(),
    arguments: record(),
    dependsOn: z.exactOptional(z.array(dependencySchema())),
    artifacts: z.exactOptional(z.array(artifactSchema())),
    error: z.exactOptional(z.looseObject({ message: z.string(), code: text() })),
  }),
);

/** An entry of the event log. Source: rest-api 8.8. */
export const workflowEventSchema = lazily(() =>
  z.looseObject({
    id: text(),
    workflowId: text(),
    sequence: z.int(),
    timestamp: z.exactOptional(z.union([z.string(), z.number()])),
    type: z.string(),
    status: text(),
    message: text(),
    data: z.exactOptional(
      z.looseObject({
        stepId: text(),
        toolName: text(),
        progress: number(),
        artifact: z.exactOptional(artifactSchema()),
        waitingReason: text(),
        errorType: text(),
        retryable: flag(),
      }),
    ),
  }),
);

/** What a run will cost. Source: rest-api 8.11. */
export const costPreviewSchema = lazily(() =>
  z.looseObject({
    templateId: text(),
    inputs: record(),
    totalEstimatedCapacityUnits: z.number(),
    perStageBreakdown: z.exactOptional(
      z.array(
        z.looseObject({
          stageId: z.string(),
          units: z.number(),
          assumptions: z.exactOptional(z.array(z.string())),
        }),
      ),
    ),
    tokenType: text(),
    maxAcceptableUnits: number(),
    expectedDurationSeconds: number(),
    validityUntil: text(),
  }),
);

/** A workflow record. Source: rest-api 8.5. */
export const workflowSchema = lazily(() =>
  z.looseObject({
    workflowId: z.string(),
    kind: text(),
    title: text(),
    status: z.string(),
    waitingReason: text(),
    awaitingCostApproval: flag(),
    safeContentFilter: flag(),
    input: record(),
    plan: record(),
    steps: z.exactOptional(z.array(workflowStepSchema())),
    events: z.exactOptional(z.array(workflowEventSchema())),
    artifacts: z.exactOptional(z.array(artifactSchema())),
    billingPreview: z.exactOptional(costPreviewSchema()),
    billingPreviews: z.exactOptional(z.unknown()),
    createTime: number(),
    updateTime: number(),
    createdAt: text(),
    updatedAt: text(),
    error: z.exactOptional(z.union([z.string(), z.looseObject({ message: z.string(), code: text() })])),
    usage: record(),
  }),
);

/** Whole bodies of the workflow routes, by the name their endpoints use. */
export const workflowAnswers = lazily(() => ({
  // One for all of them: what an action adds to the record stands beside it.
  workflow: envelope({
    workflow: workflowSchema(),
    preview: z.exactOptional(costPreviewSchema()),
    transitioned: flag(),
    resumed: flag(),
    idempotent: flag(),
    reseed: record(),
  }),
  workflowList: envelope({
    workflows: z.array(workflowSchema()),
    next: z.exactOptional(z.nullable(z.number())),
  }),
  workflowEvents: envelope({ events: z.array(workflowEventSchema()) }),
}));
