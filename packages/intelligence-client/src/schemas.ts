/** Schemas of the wire: what the emulator, the tests and `validateResponses` check bodies with. */
import * as account from './account/schema.ts';
import type { AccountProfile, Balance, Subscription } from './account/types.ts';
import { InvalidRequestError } from './errors/invalid-request-error.ts';
import * as models from './models/schema.ts';
import type { CatalogModel, Model } from './models/types.ts';
import type { WireSchema } from './transport/types.ts';
import * as workflows from './workflows/schema.ts';
import type { Artifact, CostPreview, Workflow, WorkflowEvent, WorkflowStep } from './workflows/types.ts';

/** A schema as this package publishes it: its type is written, so nothing depends on the library behind it. */
export interface Schema<T> extends WireSchema {
  /** The value, unchanged. Throws the library's error when it does not fit. */
  parse(value: unknown): T;
}

/** Schemas are made on first use. */
export const workflowSchema: () => Schema<Workflow> = workflows.workflowSchema;
export const workflowStepSchema: () => Schema<WorkflowStep> = workflows.workflowStepSchema;
export const workflowEventSchema: () => Schema<WorkflowEvent> = workflows.workflowEventSchema;
export const artifactSchema: () => Schema<Artifact> = workflows.artifactSchema;
export const costPreviewSchema: () => Schema<CostPreview> = workflows.costPreviewSchema;
export const modelSchema: () => Schema<Model> = models.modelSchema;
export const catalogModelSchema: () => Schema<CatalogModel> = models.catalogModelSchema;
export const balanceSchema: () => Schema<Balance> = account.balanceSchema;
export const accountProfileSchema: () => Schema<AccountProfile> = account.accountProfileSchema;
export const subscriptionSchema: () => Schema<Subscription> = account.subscriptionSchema;

/**
 * The schema of a whole response body, by the name that endpoints use.
 *
 * @throws {InvalidRequestError} for a name no endpoint uses.
 */
export function responseSchema(name: string): WireSchema {
  const answers: Record<string, WireSchema> = {
    ...workflows.workflowAnswers(),
    ...models.modelAnswers(),
    ...account.accountAnswers(),
  };
  const schema = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (schema) return schema;
  throw new InvalidRequestError(
    `No schema is called "${name}"; there are ${Object.keys(answers).join(', ')}`,
  );
}
