import type { SogniError } from '../errors/sogni-error.ts';
import type { CallContext } from './failure.ts';
import { createLog } from './log.ts';
import { notify } from './notify.ts';
import type { ResolvedOptions } from './options.ts';
import { redactHeaders, redactText } from './secrets.ts';

const LONGEST_BODY = 1_000;

/** Tells hooks and logger what happens. Nothing that passes here holds a credential. */
export interface Tracing {
  request(call: CallContext, url: string, headers: Headers, body: string | undefined): void;
  response(call: CallContext, url: string, response: Response, startedAt: number): void;
  retry(call: CallContext, url: string, error: SogniError, delayMs: number): void;
}

export function createTracing(options: ResolvedOptions, credentials: Iterable<string>): Tracing {
  const log = createLog(options.logLevel, options.logger);
  const { hooks } = options;
  const isQuiet = options.logLevel !== 'debug';
  const clean = (text: string) => redactText(text, credentials);
  const facts = ({ method, attempt }: CallContext, url: string) => ({ method, url: clean(url), attempt });

  return {
    request(call, url, headers, body = '') {
      if (isQuiet && !hooks.onRequest) return;
      const { idempotencyKey } = call;
      const event = { ...facts(call, url), idempotencyKey, headers: redactHeaders(headers, credentials) };
      notify(options, hooks.onRequest, event);
      const start = clean(body).slice(0, LONGEST_BODY);
      log('debug', `${event.method} ${event.url} attempt ${event.attempt}`, event.headers, start);
    },
    response(call, url, { status, headers }, startedAt) {
      if (isQuiet && !hooks.onResponse) return;
      const durationMs = Math.round(performance.now() - startedAt);
      const event = { ...facts(call, url), status, requestId: call.requestId, durationMs };
      notify(options, hooks.onResponse, event);
      const shown = redactHeaders(headers, credentials);
      log('debug', `${status} ${event.method} ${event.url} in ${durationMs} ms`, shown);
    },
    retry(call, url, error, delayMs) {
      const event = { ...facts(call, url), delayMs, error };
      notify(options, hooks.onRetry, event);
      const { method, attempt } = event;
      log(
        'info',
        `attempt ${attempt} of ${method} ${event.url} failed, next in ${delayMs} ms: ${error.message}`,
      );
    },
  };
}
