import type { Attribution } from './attribution.ts';
import type { BillingMode, TokenType } from './billing.ts';
import { checkEndpoint, DEFAULT_BASE_URL, DEFAULT_SOCKET_URL } from './endpoint.ts';
import { environmentVariable } from './environment.ts';
import type { Hooks } from './hooks.ts';
import type { Logger, LogLevel } from './log.ts';
import type { Middleware } from './middleware.ts';
import { checkOptions } from './option-checks.ts';
import type { LoadSchemas } from './response-check.ts';

/** A credential, or a function that yields one; the function is called for every attempt, with `refresh: true` after a 401. */
export type CredentialSource = string | ((context: { refresh: boolean }) => string | Promise<string>);

/** Options of a client; every one has a default. */
export interface ClientOptions {
  /** Default: `SOGNI_API_KEY`. */
  apiKey?: CredentialSource | undefined;
  /** A JWT instead of an API key. */
  accessToken?: CredentialSource | undefined;
  /**
   * Default: `SOGNI_API_BASE_URL`, else `SOGNI_REST_ENDPOINT`, else `https://api.sogni.ai`. A trailing `/v1` is dropped,
   * any other path prefix is kept.
   */
  baseURL?: string | undefined;
  /** Host of estimates and presets. Default: `SOGNI_SOCKET_ENDPOINT`, else Sogni's, else `baseURL` when that is not the default. */
  socketURL?: string | undefined;
  /** Hosts besides Sogni's own that may receive the credential, as `host` or `host:port`. Default: `SOGNI_API_ALLOWED_HOSTS`, split at commas. */
  allowedHosts?: readonly string[] | undefined;
  /** Allows loopback, and plain http for hosts that are trusted. Default: `SOGNI_ALLOW_UNSAFE_API_BASE_URL=1`, else `false`. */
  allowUnsafeBaseURL?: boolean | undefined;
  /** Milliseconds an attempt may take, headers and body together. Default 60,000. */
  timeout?: number | undefined;
  /** Attempts after the first. Default 2. */
  maxRetries?: number | undefined;
  /** Longest `Retry-After` that is waited for, in milliseconds; a longer one fails at once. Default 60,000, at most 23 days. */
  maxRetryAfter?: number | undefined;
  /** Sent with starts that name none. */
  tokenType?: TokenType | undefined;
  /** Sent with starts that name none. */
  billingMode?: BillingMode | undefined;
  /** Label of your application, at most 128 characters. Sent as `X-App-Source`. Source: rest-api 1.3. */
  appSource?: string | undefined;
  /** Who started the work, for the server's statistics. Default: nothing is sent. */
  attribution?: Attribution | undefined;
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Added to every request to the API; downloads from storage go without. */
  headers?: Record<string, string> | undefined;
  /** Onion around every attempt, the first one outermost. */
  middleware?: readonly Middleware[] | undefined;
  /** Callbacks for tracing. */
  hooks?: Hooks | undefined;
  /** Default: the console. */
  logger?: Logger | undefined;
  /** Default `off`. */
  logLevel?: LogLevel | undefined;
  /**
   * Checks every response against the wire schemas, which are loaded then. Default `false`: only what the SDK relies on is
   * checked. In a bundle, where nothing can be loaded by path, pass `() => import('@sogni/intelligence-client/schemas')`.
   */
  validateResponses?: boolean | LoadSchemas | undefined;
  /** Allows an API key in a browser, where any visitor can read it. Default `false`. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** Options with defaults and environment applied. Holds no credential. */
export interface ResolvedOptions {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseURL: string;
  /** Host of estimates and presets, as an http(s) URL. */
  readonly socketURL: string;
  /** Milliseconds an attempt may take. */
  readonly timeout: number;
  /** Attempts after the first. */
  readonly maxRetries: number;
  /** Longest `Retry-After` that is waited for, in milliseconds. */
  readonly maxRetryAfter: number;
  /** For starts that name none. */
  readonly tokenType: TokenType | undefined;
  /** For starts that name none. */
  readonly billingMode: BillingMode | undefined;
  /** Sent as `X-App-Source`. */
  readonly appSource: string | undefined;
  /** Empty when none was given. */
  readonly attribution: Attribution;
  /** Undefined for the global `fetch`. */
  readonly fetch: typeof globalThis.fetch | undefined;
  /** The first one is outermost. */
  readonly middleware: readonly Middleware[];
  /** Empty when none were given. */
  readonly hooks: Hooks;
  /** The console when none was given. */
  readonly logger: Logger;
  /** `off` when none was given. */
  readonly logLevel: LogLevel;
  /** Whether, or with which schemas, every response is checked. */
  readonly validateResponses: boolean | LoadSchemas;
}

/** Milliseconds; timers take about 24 days and fire at once beyond that. */
const LONGEST_RETRY_AFTER = 2_000_000_000;

/**
 * Checks options and applies defaults and the environment.
 *
 * @throws {InvalidRequestError} naming every key that is unknown or has a wrong value.
 * @throws {UnsafeURLError} when an endpoint may not receive the credential.
 */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  checkOptions(options);
  const rules = {
    allowedHosts: options.allowedHosts ?? environmentVariable('SOGNI_API_ALLOWED_HOSTS')?.split(',') ?? [],
    allowUnsafe: options.allowUnsafeBaseURL ?? environmentVariable('SOGNI_ALLOW_UNSAFE_API_BASE_URL') === '1',
  };
  const base =
    options.baseURL ??
    environmentVariable('SOGNI_API_BASE_URL') ??
    environmentVariable('SOGNI_REST_ENDPOINT') ??
    DEFAULT_BASE_URL;
  const baseURL = checkEndpoint('baseURL', base, rules);
  const socket =
    options.socketURL ??
    environmentVariable('SOGNI_SOCKET_ENDPOINT') ??
    (baseURL === DEFAULT_BASE_URL ? DEFAULT_SOCKET_URL : baseURL);
  return Object.freeze({
    baseURL,
    // The same host also speaks wss, and is often written so.
    socketURL: checkEndpoint('socketURL', socket.replace(/^ws/i, 'http'), rules),
    timeout: options.timeout ?? 60_000,
    maxRetries: options.maxRetries ?? 2,
    maxRetryAfter: Math.min(options.maxRetryAfter ?? 60_000, LONGEST_RETRY_AFTER),
    tokenType: options.tokenType,
    billingMode: options.billingMode,
    appSource: options.appSource,
    attribution: { ...options.attribution },
    fetch: options.fetch,
    middleware: [...(options.middleware ?? [])],
    hooks: options.hooks ?? {},
    logger: options.logger ?? globalThis.console,
    logLevel: options.logLevel ?? 'off',
    validateResponses: options.validateResponses ?? false,
  });
}
