import type { SogniError } from '../errors/sogni-error.ts';
import type { CallContext } from './failure.ts';
import { createLog, type Log } from './log.ts';
import { notify } from './notify.ts';
import type { ResolvedOptions } from './options.ts';
import { redactHeaders, redactText } from './secrets.ts';

const LONGEST_BODY = 1_000;

/** Tells hooks and logger what happens. Nothing that passes here holds a credential. */
export interface Tracing {
  log: Log;
  request(call: CallContext, url: string, headers: Headers, body: string | undefined): void;
  response(call: CallContext, url: string, response: Response, startedAt: number): void;
  retry(call: CallContext, url: string, error: SogniError, delayMs: number): void;
}

export function createTracing(options: ResolvedOptions, credentials: Iterable<string>): Tracing {
  const log = createLog(options.logLevel, options.logger);
  const { hooks } = options;
  const verbose = options.logLevel === 'debug';
  const clean = (text: string) => redactText(text, credentials);

  return {
    log,
    request(call, url, headers, body) {
      if (!verbose && !hooks.onRequest) return;
      const safe = redactHeaders(headers, credentials);
      notify(options, hooks.onRequest, () => ({
        ...facts(call, clean(url)),
        idempotencyKey: call.idempotencyKey,
        headers: safe,
      }));
      log(
        'debug',
        `${call.method} ${clean(url)} attempt ${call.attempt}`,
        safe,
        clean(body ?? '').slice(0, LONGEST_BODY),
      );
    },
    response(call, url, response, startedAt) {
      const durationMs = Math.round(performance.now() - startedAt);
      notify(options, hooks.onResponse, () => ({
        ...facts(call, clean(url)),
        status: response.status,
        requestId: call.requestId,
        durationMs,
      }));
      if (verbose)
        log(
          'debug',
          `${response.status} ${call.method} ${clean(url)} in ${durationMs} ms`,
          redactHeaders(response.headers, credentials),
        );
    },
    retry(call, url, error, delayMs) {
      notify(options, hooks.onRetry, () => ({ ...facts(call, clean(url)), delayMs, error }));
      log(
        'info',
        `attempt ${call.attempt} of ${call.method} ${clean(url)} failed, next in ${delayMs} ms: ${error.message}`,
      );
    },
  };
}

function facts({ method, attempt }: CallContext, url: string) {
  return { method, url, attempt };
}
