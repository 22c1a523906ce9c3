import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { UnsafeURLError } from '../errors/unsafe-url-error.ts';
import type { Query } from './types.ts';

/** Joins an origin (with its path prefix), an absolute path, and a query without its empty parameters. */
export function requestURL(base: string, path: string, query: Query | undefined): string {
  if (!path.startsWith('/')) throw new InvalidRequestError(`The path "${path}" must begin with "/"`);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  if (search.size === 0) return base + path;
  return `${base}${path}${path.includes('?') ? '&' : '?'}${search}`;
}

/**
 * Parses an address that is going to be requested. Its text is not repeated: it may hold a credential.
 *
 * @param name What it is, for messages: `baseURL`.
 * @throws {InvalidRequestError} when it is no URL.
 * @throws {UnsafeURLError} for another scheme than https and http, and for embedded credentials.
 */
export function parseWebURL(name: string, value: string): URL {
  if (!URL.canParse(value)) {
    throw new InvalidRequestError(`${name} is not a URL: write it in full, like https://api.sogni.ai`);
  }
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new UnsafeURLError(`${name} has the scheme "${url.protocol}"; only https and http can be used`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UnsafeURLError(
      `${name} holds a user name or password; credentials go into apiKey or accessToken only`,
    );
  }
  return url;
}

/** An address of a file, wherever it is stored. @throws as `parseWebURL` does. */
export function checkDownloadURL(url: string): string {
  return parseWebURL('The address to download', url).href;
}
