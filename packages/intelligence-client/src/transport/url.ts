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

/** @throws {UnsafeURLError} unless the URL is http or https, without embedded credentials. */
export function checkDownloadURL(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new InvalidRequestError('The address to download is not a URL', {
      hint: 'Pass the url of an artifact.',
    });
  }
  const { protocol, username, password } = parsed;
  if ((protocol === 'http:' || protocol === 'https:') && username === '' && password === '')
    return parsed.href;
  throw new UnsafeURLError(
    `A ${protocol} URL${username ? ' with a user name' : ''} is not downloaded; only https and http are`,
  );
}
