/** Language models and the media model catalogue. */
export { createModels, type Models } from './api.ts';
export type { CatalogModel, KnownModel, ListCatalogParams, Model } from './types.ts';
