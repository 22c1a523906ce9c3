import type { Outcome } from '../errors/sogni-error.ts';
import type { APIPromise } from './api-promise.ts';
import type { ClientOptions, ResolvedOptions } from './options.ts';
import type { PageData, PagePromise } from './page.ts';

/** Options of a single call. */
export interface RequestOptions {
  /** Aborts the call: connecting, waiting between attempts, and reading the body. */
  signal?: AbortSignal | undefined;
  /** Milliseconds an attempt may take, headers and body together. Default: the client's `timeout`. */
  timeout?: number | undefined;
  /** Default: the client's `maxRetries`. */
  maxRetries?: number | undefined;
  /** Default: a random UUID made before the first attempt of a write. */
  idempotencyKey?: string | undefined;
  /** Added to the client's headers; `undefined` removes one. */
  headers?: Record<string, string | undefined>;
}

/** HTTP methods that the API uses. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * What may be done when the outcome of a request is unknown (design 4):
 * `keyed` and `idempotent` requests are sent again, `once` requests never are.
 */
export type RetryClass = 'keyed' | 'idempotent' | 'once';

/** Query parameters; `null` and `undefined` are left out. */
export type Query = Record<string, string | number | boolean | null | undefined>;

/** A request whose body is read by the caller as it arrives. */
export interface OpenSpec {
  /** HTTP method. */
  method: Method;
  /** Absolute path with encoded ids, such as `/v1/models/a%20b`. */
  path: string;
  /** Appended to the path. */
  query?: Query;
  /** Serialised once, so that every attempt sends the same bytes. */
  body?: unknown;
  /** What may be done when the outcome is unknown. */
  retry: RetryClass;
  /** Value of `Accept`. Default `application/json` for `request`, anything for `open`. */
  accept?: string;
  /** Which host answers. Default `rest`. */
  host?: 'rest' | 'socket';
  /** `none` for public routes. Default `required`. */
  credential?: 'required' | 'none';
  /** What the call is about, for error messages: `workflow wf_1`. */
  subject?: string;
}

/** A request as an endpoint file describes it. */
export interface RequestSpec<T> extends OpenSpec {
  /** Reads the envelope; throws a `ResponseValidationError` when something relied on is missing. */
  unwrap: (body: unknown, response: ResponseInfo) => T;
  /** Name of the schema in `./schemas` that describes the whole body; used only when `validateResponses` is set. */
  schema?: string;
}

/** What is known about a finished exchange, for reading its envelope and for error messages. */
export interface ResponseInfo {
  /** HTTP status. */
  status: number;
  /** Origin and path, without the query. */
  target: string;
  /** `X-Request-Id` of the response, where it has one. */
  requestId: string | undefined;
  /** Requests sent, this one included. */
  attempts: number;
  /** Key that the request was sent with, where it had one. */
  idempotencyKey: string | undefined;
  /** What an error about this exchange says on whether the server acted. */
  outcome: Outcome;
}

/** The part of a zod schema that checking a response needs. */
export interface WireSchema {
  /** Reports what does not fit instead of throwing. */
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined;
  };
}

/** An open response. The caller reads `response.body` and calls `release` when it is done with it. */
export interface OpenResponse {
  /** Its body is unread. */
  response: Response;
  /** `X-Request-Id` of the response, where it has one. */
  requestId: string | undefined;
  /** Requests it took. */
  attempts: number;
  /** Aborts the transfer, frees the socket and detaches from the caller's signal. Safe to call twice. */
  release(): void;
}

/** The only code that talks HTTP. Namespaces share one. */
export interface Transport {
  /** The options in force, without the credential. */
  readonly options: ResolvedOptions;
  /** One JSON call with retries, deadline, size cap and typed errors. What `describe` throws rejects the promise. */
  request<T>(describe: () => RequestSpec<T>, options?: RequestOptions): APIPromise<T>;
  /** A paginated call. `describe` gets the offset of the page; `from` is the first one's. */
  list<Item>(
    describe: (offset: number | undefined) => RequestSpec<PageData<Item>>,
    idOf: (item: Item) => string,
    options?: RequestOptions,
    from?: number,
  ): PagePromise<Item>;
  /**
   * Opens a response without reading its body. `timeout` covers the headers only. Non-2xx answers reject with an
   * `APIError`. Retries like `request`, unless `options.maxRetries` is 0.
   */
  open(spec: OpenSpec, options?: RequestOptions): Promise<OpenResponse>;
  /** Opens any http(s) URL for download. The credential never goes along: artifact URLs carry their own permission. */
  openURL(url: string, options?: RequestOptions): Promise<OpenResponse>;
  /** A transport with some options changed; the others, the credential too, stay. */
  withOptions(overrides: Partial<ClientOptions>): Transport;
}
