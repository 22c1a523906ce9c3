import { ApiError } from './api-error.ts';
import { type Caller, identify } from './credentials.ts';
import type { Emulation, RequestContext } from './environment.ts';

/** Who asks. Throws 401 without a good credential. */
export function callerOf(c: RequestContext, { keys, clock }: Emulation): Caller {
  return identify((name) => c.req.header(name), keys, clock);
}

/** Who asks, with an API key. Throws 403 for the other forms. Source: rest-api 1.2. */
export function keyCallerOf(c: RequestContext, emulation: Emulation): Caller {
  const caller = callerOf(c, emulation);
  if (caller.form === 'key') return caller;
  throw new ApiError(
    403,
    'Starting a creative workflow needs an API key; a login token or cookie is not enough',
  );
}

/** The idempotency key of a request, under either header name. Source: rest-api 1.3. */
export function idempotencyKeyOf(c: RequestContext): string | undefined {
  return c.req.header('idempotency-key') || c.req.header('x-idempotency-key') || undefined;
}
