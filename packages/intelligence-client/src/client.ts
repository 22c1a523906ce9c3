import { type Account, createAccount } from './account/api.ts';
import { createModels, type Models } from './models/api.ts';
import type { APIPromise } from './transport/api-promise.ts';
import type { ClientOptions } from './transport/options.ts';
import { type RawRequest, rawRequest } from './transport/raw-request.ts';
import { toTransport } from './transport/transport.ts';
import type { RequestOptions, Transport } from './transport/types.ts';
import { createWorkflows } from './workflows/api.ts';
import type { Workflows } from './workflows/namespace.ts';

/**
 * The Sogni Intelligence API: options, one transport, and the namespaces over it.
 *
 * @example
 * const sogni = new SogniClient({ apiKey });
 * const { workflow } = await sogni.workflows.start({ input: { steps } });
 */
export class SogniClient {
  /** What the namespaces share; holds no credential that could be read. */
  readonly transport: Transport;
  /** Durable creative workflows. Source: rest-api 8. */
  readonly workflows: Workflows;
  /** Language models, and the catalogue of media models. Source: rest-api 11. */
  readonly models: Models;
  /** Profile, balances and subscription. Source: rest-api 13. */
  readonly account: Account;

  /**
   * @throws {InvalidRequestError} naming every option that is unknown or wrong.
   * @throws {UnsafeURLError} when an endpoint may not receive the credential.
   */
  constructor(options: ClientOptions | Transport = {}) {
    const transport = toTransport(options);
    this.transport = transport;
    this.workflows = createWorkflows(transport);
    this.models = createModels(transport);
    this.account = createAccount(transport);
  }

  /** A client with some options changed; the others, the credential too, stay. */
  withOptions(overrides: ClientOptions): SogniClient {
    return new SogniClient(this.transport.withOptions(overrides));
  }

  /**
   * Calls an endpoint that has no method here yet.
   *
   * A POST or PATCH is sent again only when it carries an `idempotencyKey`, for the SDK cannot know what it does.
   */
  request<T = unknown>(request: RawRequest, options?: RequestOptions): APIPromise<T> {
    // Without types nothing stops a call without a request; it is refused as one without a path.
    const idempotencyKey = request?.idempotencyKey ?? options?.idempotencyKey;
    return this.transport.request(() => rawRequest<T>({ ...request, idempotencyKey }), {
      ...options,
      idempotencyKey,
    });
  }
}
