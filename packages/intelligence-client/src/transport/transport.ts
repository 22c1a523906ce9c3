import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { isSogniError } from '../errors/sogni-error.ts';
import { readJSON, serialise, unwrapAnswer } from './answer.ts';
import { type Answer, APIPromise } from './api-promise.ts';
import { attributionHeaders } from './attribution.ts';
import { type CallPlan, createCalls, type Exchange } from './calls.ts';
import { createCredentials } from './credentials.ts';
import { isRecord } from './envelope.ts';
import { type ClientOptions, resolveOptions } from './options.ts';
import { createPage, type Page, type PageData, PagePromise, refuseStandstill } from './page.ts';
import type { OpenResponse, OpenSpec, RequestOptions, RequestSpec, Transport } from './types.ts';
import { checkDownloadURL, requestURL } from './url.ts';

/**
 * Makes the transport that namespaces share.
 *
 * @throws {InvalidRequestError} naming every option that is unknown or wrong.
 * @throws {UnsafeURLError} when an endpoint may not receive the credential.
 * @example
 * const transport = createTransport({ apiKey });
 * const workflows = createWorkflows(transport);
 */
export function createTransport(options: ClientOptions = {}): Transport {
  const resolved = resolveOptions(options);
  const run = createCalls(resolved, createCredentials(options));
  const headers = [
    attributionHeaders(resolved.attribution),
    { 'x-app-source': resolved.appSource },
    options.headers ?? {},
  ];

  const plan = (spec: OpenSpec): CallPlan => ({
    ...spec,
    url: requestURL(spec.host === 'socket' ? resolved.socketURL : resolved.baseURL, spec.path, spec.query),
    accept: spec.accept ?? '*/*',
    headers,
    body: serialise(spec.body),
    credential: spec.credential !== 'none',
  });

  const call = async <T>(
    describe: () => RequestSpec<T>,
    requestOptions: RequestOptions,
  ): Promise<Answer<T>> => {
    const spec = described(describe);
    const answer = await run(plan({ accept: 'application/json', ...spec }), requestOptions, readJSON);
    return await unwrapAnswer(spec, answer, resolved.validateResponses);
  };

  return {
    options: resolved,

    request: (describe, requestOptions = {}) => new APIPromise(call(describe, requestOptions)),

    list: <Item>(
      describe: (offset: number | undefined) => RequestSpec<PageData<Item>>,
      idOf: (item: Item) => string,
      requestOptions = {},
      from?: number,
    ) => {
      const load = async (offset: number | undefined): Promise<Answer<Page<Item>>> => {
        const answer = await call(() => describe(offset), requestOptions);
        refuseStandstill(answer, offset);
        return { ...answer, data: createPage(answer.data, async (next) => (await load(next)).data) };
      };
      return new PagePromise(load(from), idOf);
    },

    open: async (spec, requestOptions = {}) => await run(plan(spec), requestOptions, handOver),

    openURL: async (url, requestOptions = {}) =>
      await run(
        {
          method: 'GET',
          url: checkDownloadURL(url),
          accept: '*/*',
          // Not even the client's own headers: storage belongs to somebody else. Source: rest-api 1.3.
          headers: [],
          retry: 'idempotent',
          credential: false,
          foreign: true,
          hint: 'Addresses of artifacts expire: read the record again for a fresh one.',
        },
        requestOptions,
        handOver,
      ),

    withOptions(overrides) {
      const { apiKey, accessToken } = overrides;
      // A new credential of one kind replaces one of the other.
      const credential = (apiKey ?? accessToken) !== undefined && { apiKey, accessToken };
      return createTransport({ ...options, ...overrides, ...credential });
    },
  };
}

/** Callers without types may pass `null` where an object belongs; what that throws must not reach them raw. */
function described<T>(describe: () => T): T {
  try {
    return describe();
  } catch (cause) {
    if (isSogniError(cause)) throw cause;
    throw new InvalidRequestError('The arguments of this call are not what it takes; nothing was sent', {
      cause,
    });
  }
}

/** From here on the caller's signal can still end the transfer, but no clock runs. */
async function handOver({ response, deadline, call }: Exchange): Promise<OpenResponse> {
  deadline.stopClock();
  return { response, requestId: call.requestId, attempts: call.attempt, release: () => deadline.release() };
}

/** Takes a transport, or the options for one: what every namespace factory accepts. */
export function toTransport(source: ClientOptions | Transport = {}): Transport {
  return isTransport(source) ? source : createTransport(source);
}

function isTransport(source: ClientOptions | Transport): source is Transport {
  // Checked as an object first: what `in` throws for a string quotes it, and it would be a key passed in the wrong place.
  return isRecord(source) && typeof source.request === 'function';
}
