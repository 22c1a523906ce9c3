/** The transport under every namespace, for sharing one between several. */
export { APIPromise, type WithResponse } from './api-promise.ts';
export type { Attribution } from './attribution.ts';
export type { BillingMode, TokenType } from './billing.ts';
export type { Hooks, ReconnectEvent, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export type { Logger, LogLevel } from './log.ts';
export type { MediaReference } from './media-reference.ts';
export type { Middleware, MiddlewareContext } from './middleware.ts';
export type { Open } from './open-type.ts';
export type { ClientOptions, CredentialSource, ResolvedOptions } from './options.ts';
export { type Page, PagePromise } from './page.ts';
export { createTransport } from './transport.ts';
export type {
  Method,
  OpenResponse,
  OpenSpec,
  Query,
  RequestOptions,
  RequestSpec,
  ResponseInfo,
  RetryClass,
  Transport,
  WireSchema,
} from './types.ts';
