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
/** A step of a record. Source: rest-api 8.7. */
export const workflowStepSchema: () => Schema<WorkflowStep> = workflows.workflowStepSchema;
/** An entry of the event log. Source: rest-api 8.8. */
export const workflowEventSchema: () => Schema<WorkflowEvent> = workflows.workflowEventSchema;
/** A finished file. Source: rest-api 8.9. */
export const artifactSchema: () => Schema<Artifact> = workflows.artifactSchema;
/** What a run will cost. Source: rest-api 8.11. */
export const costPreviewSchema: () => Schema<CostPreview> = workflows.costPreviewSchema;
/** A language model. Source: rest-api 11.1. */
export const modelSchema: () => Schema<Model> = models.modelSchema;
/** A model that renders media. Source: rest-api 11.2. */
export const catalogModelSchema: () => Schema<CatalogModel> = models.catalogModelSchema;
/** Balances of both tokens. Source: rest-api 13. */
export const balanceSchema: () => Schema<Balance> = account.balanceSchema;
/** The account behind a credential. Source: rest-api 13. */
export const accountProfileSchema: () => Schema<AccountProfile> = account.accountProfileSchema;
/** A subscription's state. Source: rest-api 13. */
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
