import type { APIPromise } from '../transport/api-promise.ts';
import { envelopeData, isRecord, recordField } from '../transport/envelope.ts';
import type { ClientOptions } from '../transport/options.ts';
import { toTransport } from '../transport/transport.ts';
import type { RequestOptions, RequestSpec, Transport } from '../transport/types.ts';
import type { AccountProfile, Balance, Subscription } from './types.ts';

/** The account behind the credential. Source: rest-api 13. */
export interface Account {
  /** Name, wallet and mail address. */
  me(options?: RequestOptions): APIPromise<AccountProfile>;
  /** Balances of both tokens, as decimal strings. */
  balance(options?: RequestOptions): APIPromise<Balance>;
  /** The subscription; `status` is `none` without one. */
  subscription(options?: RequestOptions): APIPromise<Subscription>;
}

/** The account namespace on its own, for bundles that need nothing else. */
export function createAccount(source?: ClientOptions | Transport): Account {
  const transport = toTransport(source);
  const read = <T>(
    path: string,
    schema: string,
    unwrap: RequestSpec<T>['unwrap'],
    options?: RequestOptions,
  ) => transport.request<T>(() => ({ method: 'GET', path, retry: 'idempotent', unwrap, schema }), options);
  return {
    me: (options) =>
      read(
        '/v1/account/me',
        'account',
        (body, info) =>
          recordField(body, 'data', ({ walletAddress }) => typeof walletAddress === 'string', info),
        options,
      ),

    balance: (options) =>
      read(
        '/v4/account/balance',
        'balance',
        (body, info) =>
          recordField(body, 'data', ({ sogni, spark }) => isRecord(sogni) && isRecord(spark), info),
        options,
      ),

    subscription: (options) =>
      read(
        '/v1/subscriptions/status',
        'subscription',
        (body, info) =>
          recordField(
            envelopeData(body, info),
            'subscription',
            ({ status }) => typeof status === 'string',
            info,
          ),
        options,
      ),
  };
}
