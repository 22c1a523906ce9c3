import { expectTypeOf, test } from 'vitest';
import type { output } from 'zod/mini';
import type * as account from './account/schema.ts';
import type { AccountProfile, Balance, Subscription } from './account/types.ts';
import type * as models from './models/schema.ts';
import type { CatalogModel, Model } from './models/types.ts';
import type * as workflows from './workflows/schema.ts';
import type { Artifact, CostPreview, Workflow, WorkflowEvent, WorkflowStep } from './workflows/types.ts';

/** The keys that are written down, without an index signature. */
type Written<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/**
 * What is left of a type when lists of known words become strings and index signatures go: names, optionality and kinds of
 * every field, at any depth. Equal shapes are agreement in both directions.
 */
type Shape<T> = unknown extends T
  ? unknown
  : T extends string
    ? string
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? Shape<Item>[]
        : [Written<T>] extends [never]
          ? Record<string, unknown>
          : { [Key in keyof T as string extends Key ? never : Key]: Shape<T[Key]> };

type Described<Make extends () => unknown> = Shape<output<ReturnType<Make>>>;

// The compiler is what fails here: `tsc` checks this file, and running it only proves that it is no empty suite.
test('written types and schemas describe the same fields', () => {
  expectTypeOf<Shape<Artifact>>().toEqualTypeOf<Described<typeof workflows.artifactSchema>>();
  expectTypeOf<Shape<CostPreview>>().toEqualTypeOf<Described<typeof workflows.costPreviewSchema>>();
  expectTypeOf<Shape<WorkflowEvent>>().toEqualTypeOf<Described<typeof workflows.workflowEventSchema>>();
  expectTypeOf<Shape<WorkflowStep>>().toEqualTypeOf<Described<typeof workflows.workflowStepSchema>>();
  expectTypeOf<Shape<Workflow>>().toEqualTypeOf<Described<typeof workflows.workflowSchema>>();
  expectTypeOf<Shape<Model>>().toEqualTypeOf<Described<typeof models.modelSchema>>();
  expectTypeOf<Shape<CatalogModel>>().toEqualTypeOf<Described<typeof models.catalogModelSchema>>();
  expectTypeOf<Shape<AccountProfile>>().toEqualTypeOf<Described<typeof account.accountProfileSchema>>();
  expectTypeOf<Shape<Balance>>().toEqualTypeOf<Described<typeof account.balanceSchema>>();
  expectTypeOf<Shape<Subscription>>().toEqualTypeOf<Described<typeof account.subscriptionSchema>>();
});
