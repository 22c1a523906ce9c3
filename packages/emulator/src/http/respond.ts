import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RequestContext } from './environment.ts';
import { withOrigin } from './origin.ts';

/** Sends JSON text, with the emulator's address filled in. */
export function sendJson(c: RequestContext, json: string, status = 200): Response {
  const body = withOrigin(json, originOf(c));
  return c.body(body, status as ContentfulStatusCode, { 'content-type': 'application/json; charset=utf-8' });
}

/** Sends `{status: 'success', data}`. Source: rest-api 2.1. */
export function sendData(c: RequestContext, data: Record<string, unknown>, status = 200): Response {
  return sendJson(c, JSON.stringify({ status: 'success', data }), status);
}

/** Scheme, host and port as the client wrote them. */
export function originOf(c: RequestContext): string {
  return new URL(c.req.url).origin;
}
