import { ApiError } from '../http/api-error.ts';
import type { RequestContext } from '../http/environment.ts';
import { errorResponse } from '../http/error-response.ts';
import { tooManyActive } from '../workflows/start-workflow.ts';
import type { Fault } from './catalog.ts';

/** The answer that a fault puts in place of the real one, if any of these faults does. */
export function answerFault(faults: readonly Fault[]): ((c: RequestContext) => Response) | undefined {
  for (const fault of faults) {
    if (fault.name === 'proxy_timeout') return proxyTimeout;
    const error = errorOf(fault);
    if (error) return (c) => errorResponse(c, error);
  }
  return undefined;
}

function errorOf(fault: Fault): ApiError | undefined {
  const { message, retryAfter = 1 } = fault;
  switch (fault.name) {
    case 'unauthorized':
      return new ApiError(401, message ?? 'Authorization header or auth cookie required');
    case 'payment_required':
      return new ApiError(402, message ?? 'Not enough credit for this request; add credit and try again');
    case 'active_limit':
      return tooManyActive(10, 10);
    case 'rate_limit': {
      const details = { retryAfterSeconds: retryAfter };
      return new ApiError(429, message ?? 'Rate limit exceeded; try again after the given time', {
        retryAfter,
        details,
      });
    }
    case 'unavailable':
      return new ApiError(
        503,
        message ?? 'Service is restarting; try again after the given time',
        { retryAfter },
        100,
      );
    default:
      return undefined;
  }
}

/** What the edge proxy sends when a request takes too long: HTML, no envelope. Source: rest-api 1.4. */
function proxyTimeout(c: RequestContext): Response {
  const html =
    '<!DOCTYPE html><html><head><title>524: A timeout occurred</title></head><body><h1>Error 524</h1></body></html>';
  // 524 is no registered status, so Hono has no type for it; the Response takes it.
  const response = new Response(html, {
    status: 524,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  response.headers.set('x-request-id', c.get('requestId'));
  return response;
}
