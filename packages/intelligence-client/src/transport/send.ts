import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { Credentials } from './credentials.ts';
import { type FetchOnce, loadFetch } from './fetch-once.ts';
import type { MiddlewareContext } from './middleware.ts';
import type { ResolvedOptions } from './options.ts';
import { followRedirects } from './redirects.ts';

/** One HTTP exchange, ready to go but for its credential. */
interface Outgoing {
  method: string;
  url: string;
  headers: Headers;
  body?: string | undefined;
  /** Whether the credential goes along, if the host may have it. */
  credential: boolean;
  /** Redirects are followed anywhere. */
  foreign?: boolean | undefined;
  /** Asks a credential function for a new value. */
  refresh: boolean;
}

export type Send = (outgoing: Outgoing, signal: AbortSignal, context: MiddlewareContext) => Promise<Response>;

/** Makes the function that every byte leaves through. ofetch is loaded with the first request, not with the package. */
export function createSend(options: ResolvedOptions, credentials: Credentials): Send {
  const trusted = [options.baseURL, options.socketURL].map((url) => new URL(url).origin);
  let loaded: Promise<FetchOnce> | undefined;
  const load = async () => {
    try {
      loaded ??= loadFetch(options.fetch);
      return await loaded;
    } catch (error) {
      // A chunk that did not load may load with the next attempt.
      loaded = undefined;
      throw error;
    }
  };

  return async (outgoing, signal, context) => {
    const fetchOnce = await load();

    const exchange = async (
      url: string,
      method: string,
      headers: Headers,
      body: BodyInit | null,
    ): Promise<Response> => {
      const { credential, foreign = false, refresh } = outgoing;
      const isTrusted = trusted.includes(new URL(url).origin);
      if (credential && isTrusted && !headers.has('authorization'))
        headers.set('authorization', `Bearer ${await credentials.current(refresh)}`);
      signal.throwIfAborted();
      const init = { method, headers, signal, ...(body !== null && { body }) };
      if (foreign) return await fetchOnce(url, init);
      return await followRedirects(url, method, credentials.seen, (next) =>
        fetchOnce(next, { ...init, redirect: 'manual' }),
      );
    };

    const { url, method, body = null } = outgoing;
    const headers = new Headers(outgoing.headers);
    if (options.middleware.length === 0) return await exchange(url, method, headers, body);

    const innermost = async (request: Request) => {
      if (request.bodyUsed) {
        throw new InvalidRequestError('A middleware has read the body of the request it passed on', {
          hint: 'Read request.clone() instead.',
        });
      }
      // Read into memory, so that a middleware may clone or replace the request and the bytes stay the same.
      const bytes = request.body ? await request.arrayBuffer() : null;
      return await exchange(request.url, request.method, new Headers(request.headers), bytes);
    };
    const onion = options.middleware.reduceRight<(request: Request) => Promise<Response>>(
      (next, middleware) => async (request) => await middleware(request, next, context),
      innermost,
    );
    return await onion(new Request(url, { method, headers, body, signal }));
  };
}
