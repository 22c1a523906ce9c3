import * as z from 'zod/mini';
import { envelope } from '../transport/envelope-schema.ts';
import { lazily } from '../transport/lazily.ts';

/** A language model. Source: rest-api 11.1. */
export const modelSchema = lazily(() =>
  z.looseObject({
    id: z.string(),
    object: z.literal('model'),
    created: z.exactOptional(z.number()),
    owned_by: z.string(),
  }),
);

/** A model that renders media. Source: rest-api 11.2. */
export const catalogModelSchema = lazily(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    availableNetworks: z.exactOptional(z.array(z.string())),
    workerCounts: z.exactOptional(z.record(z.string(), z.number())),
    tierId: z.exactOptional(z.string()),
    tags: z.exactOptional(z.array(z.string())),
    parameters: z.exactOptional(z.record(z.string(), z.unknown())),
  }),
);

/** Whole bodies of the model routes, by the name their endpoints use. */
export const modelAnswers = lazily(() => ({
  model: modelSchema(),
  modelList: z.looseObject({ object: z.literal('list'), data: z.array(modelSchema()) }),
  catalogModel: envelope({ model: catalogModelSchema() }),
  catalogList: envelope({ models: z.array(catalogModelSchema()) }),
}));
