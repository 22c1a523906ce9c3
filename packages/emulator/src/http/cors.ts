/**
 * Lets any web page use the API: every origin, the credential headers, and no cookies (a page cannot send the cookie
 * form, so nothing is at stake that the page does not have already).
 */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-request-id, retry-after, etag, content-range',
};

/** Answer to a preflight. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  ...CORS_HEADERS,
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-private-network': 'true',
  'access-control-max-age': '600',
};

/** Headers a page may send when the preflight does not ask for certain ones. */
export const ALLOWED_HEADERS =
  'authorization, api-key, content-type, accept, idempotency-key, x-idempotency-key, last-event-id, range, if-none-match, x-token-type, x-app-source, x-emulator-fault';
