import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { UnsafeURLError } from '../errors/unsafe-url-error.ts';
import type { Credentials } from './credentials.ts';
import type { MiddlewareContext } from './middleware.ts';
import type { ResolvedOptions } from './options.ts';

/** One HTTP exchange, ready to go but for its credential. */
export interface Outgoing {
  method: string;
  url: string;
  headers: Record<string, string | undefined>;
  body: string | undefined;
  /** Whether the credential goes along, if the host may have it. */
  credential: boolean;
  /** Asks a credential function for a new value. */
  refresh: boolean;
}

export type Send = (outgoing: Outgoing, signal: AbortSignal, context: MiddlewareContext) => Promise<Response>;

type RawFetch = (input: string, init: RequestInit) => Promise<Response>;

const MAX_REDIRECTS = 5;

/** Makes the function that every byte leaves through. ofetch is loaded with the first request, not with the package. */
export function createSend(options: ResolvedOptions, credentials: Credentials): Send {
  const trusted = [options.baseURL, options.socketURL].map((url) => new URL(url).origin);
  let loaded: Promise<RawFetch> | undefined;

  const attachCredential = async (url: string, headers: Headers, refresh: boolean) => {
    if (headers.has('authorization') || !trusted.includes(new URL(url).origin)) return;
    headers.set('authorization', `Bearer ${await credentials.current(refresh)}`);
  };

  return async (outgoing, signal, context) => {
    loaded ??= loadFetch(options.fetch);
    const rawFetch = await loaded;

    const exchange = async (url: string, headers: Headers, body: BodyInit | null): Promise<Response> => {
      const { method, credential, refresh } = outgoing;
      if (credential) await attachCredential(url, headers, refresh);
      signal.throwIfAborted();
      const init = { method, headers, signal, ...(body !== null && { body }) };
      if (!credential) return await rawFetch(url, init);
      return await followRedirects(url, (next) => rawFetch(next, { ...init, redirect: 'manual' }), method);
    };

    const { url, method, body = null } = outgoing;
    const headers = makeHeaders(outgoing.headers);
    if (options.middleware.length === 0) return await exchange(url, headers, body);

    // Read into memory, so that a middleware may clone or replace the request and the bytes stay the same.
    const innermost = async (request: Request) =>
      await exchange(
        request.url,
        new Headers(request.headers),
        request.body ? await request.arrayBuffer() : null,
      );
    const onion = options.middleware.reduceRight<(request: Request) => Promise<Response>>(
      (next, middleware) => async (request) => await middleware(request, next, context),
      innermost,
    );
    return await onion(new Request(url, { method, headers, body, signal }));
  };
}

async function loadFetch(custom: typeof globalThis.fetch | undefined): Promise<RawFetch> {
  const { ofetch } = await import('ofetch');
  const { raw } = custom ? ofetch.create({}, { fetch: custom }) : ofetch;
  return async (input, init) => {
    try {
      return await raw(input, { ...init, retry: 0, responseType: 'stream', ignoreResponseError: true });
    } catch (error) {
      // ofetch wraps what fetch threw; its own message repeats the URL, query and all.
      throw error instanceof Error && error.name === 'FetchError' ? (error.cause ?? error) : error;
    }
  };
}

/** A credential follows a redirect within its own origin only (RFC 9110, section 15.4, leaves that to the client). */
async function followRedirects(
  start: string,
  fetchOnce: (url: string) => Promise<Response>,
  method: string,
): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await fetchOnce(url);
    const location = response.headers.get('location');
    const redirected =
      response.type === 'opaqueredirect' ||
      (location !== null && [301, 302, 303, 307, 308].includes(response.status));
    if (!redirected) return response;
    response.body?.cancel().catch(() => {});
    const target = location === null ? undefined : new URL(location, url);
    const sameMethod = method === 'GET' || response.status === 307 || response.status === 308;
    if (target?.origin !== new URL(url).origin || !sameMethod) {
      throw new UnsafeURLError(
        `${new URL(url).origin} redirected the call to ${target?.origin ?? 'another address'}; the credential does not follow`,
        {
          attempts: 1,
          hint: 'Set baseURL to the address the API really has.',
        },
      );
    }
    url = target.href;
  }
  throw new UnsafeURLError(`${new URL(start).origin} redirected more than ${MAX_REDIRECTS} times`, {
    attempts: 1,
  });
}

function makeHeaders(values: Record<string, string | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    try {
      headers.set(name, value);
    } catch {
      throw new InvalidRequestError(`The header "${name}" holds a character that no header can carry`, {
        issues: [{ path: `headers.${name}`, message: 'not a header value' }],
      });
    }
  }
  return headers;
}
