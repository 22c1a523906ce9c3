import type { APIPromise } from '../transport/api-promise.ts';
import { envelopeData, invalidResponse, isRecord, listField, recordField } from '../transport/envelope.ts';
import type { ClientOptions } from '../transport/options.ts';
import type { PagePromise } from '../transport/page.ts';
import { path } from '../transport/path.ts';
import { toTransport } from '../transport/transport.ts';
import type { RequestOptions, Transport } from '../transport/types.ts';
import type { CatalogModel, ListCatalogParams, Model } from './types.ts';

/** Language models, and the catalogue of models that render media. Source: rest-api 11. */
export interface Models {
  /** Language models. One page; iterate it or read `data`. */
  list(options?: RequestOptions): PagePromise<Model>;
  /** @throws {NotFoundError} when no model has that id. */
  get(id: string, options?: RequestOptions): APIPromise<Model>;
  /** Media models; public, so no credential is sent. */
  catalog: {
    /** Every model, or those that pass the filters. */
    list(params?: ListCatalogParams, options?: RequestOptions): PagePromise<CatalogModel>;
    /** @throws {NotFoundError} when no model has that id. */
    get(id: string, options?: RequestOptions): APIPromise<CatalogModel>;
  };
}

const hasId = (value: Record<string, unknown>) => typeof value.id === 'string';

/** The models namespace on its own, for bundles that need nothing else. */
export function createModels(source?: ClientOptions | Transport): Models {
  const transport = toTransport(source);
  const get = { method: 'GET', retry: 'idempotent' } as const;
  const open = { ...get, credential: 'none' } as const;
  return {
    list: (options) =>
      transport.list<Model>(
        () => ({
          ...get,
          path: '/v1/models',
          unwrap: (body, info) => ({ data: listField(body, 'data', hasId, info), next: null }),
          schema: 'modelList',
        }),
        (model) => model.id,
        options,
      ),

    get: (id, options) =>
      transport.request<Model>(
        () => ({
          ...get,
          path: path`/v1/models/${id}`,
          subject: `model ${id}`,
          unwrap: (body, info) => {
            // This route has no envelope. Source: rest-api 0.3.
            if (isRecord(body) && hasId(body)) return body as Record<string, unknown> & Model;
            throw invalidResponse('the model lacks its id', info);
          },
          schema: 'model',
        }),
        options,
      ),

    catalog: {
      list: (params = {}, options) =>
        transport.list<CatalogModel>(
          () => ({
            ...open,
            path: '/v1/model-catalog',
            query: { mediaType: params.mediaType, network: params.network, include: params.include },
            unwrap: (body, info) => ({
              data: listField(envelopeData(body, info), 'models', hasId, info),
              next: null,
            }),
            schema: 'catalogList',
          }),
          (model) => model.id,
          options,
        ),

      get: (id, options) =>
        transport.request<CatalogModel>(
          () => ({
            ...open,
            path: path`/v1/model-catalog/${id}`,
            subject: `catalogue model ${id}`,
            unwrap: (body, info) => recordField(envelopeData(body, info), 'model', hasId, info),
            schema: 'catalogModel',
          }),
          options,
        ),
    },
  };
}
