/** The Sogni Intelligence API in one class. Every namespace also has an entry of its own. */
export type { Account, AccountProfile, Balance, Subscription, TokenBalance } from './account/index.ts';
export { SogniClient, SogniClient as default } from './client.ts';
export * from './errors.ts';
export { readEventStream } from './event-stream/index.ts';
export type { CatalogModel, ListCatalogParams, Model, Models } from './models/index.ts';
export type * from './transport/index.ts';
export type { RawRequest } from './transport/raw-request.ts';
export type * from './workflows/index.ts';
