import type { SogniError } from '../errors/sogni-error.ts';
import type { CallContext } from './failure.ts';
import type { Hooks } from './hooks.ts';
import { createLog, type Log } from './log.ts';
import type { ResolvedOptions } from './options.ts';
import { redactHeaders, redactText } from './secrets.ts';

const LONGEST_BODY = 1_000;

/** Tells hooks and logger what happens. Nothing that passes here holds a credential. */
export interface Tracing {
  log: Log;
  request(
    call: CallContext,
    url: string,
    headers: Record<string, string | undefined>,
    body: string | undefined,
  ): void;
  response(call: CallContext, url: string, response: Response, startedAt: number): void;
  retry(call: CallContext, url: string, error: SogniError, delayMs: number): void;
}

export function createTracing(options: ResolvedOptions, credentials: Iterable<string>): Tracing {
  const log = createLog(options.logLevel, options.logger);
  const { hooks } = options;
  const verbose = options.logLevel === 'debug';
  const notify = <Event>(hook: ((event: Event) => void) | undefined, event: () => Event) => {
    if (!hook) return;
    try {
      hook.call(hooks, event());
    } catch (error) {
      log('error', 'a hook threw', error);
    }
  };
  const clean = (text: string) => redactText(text, credentials);

  return {
    log,
    request(call, url, headers, body) {
      if (!verbose && !hooks.onRequest) return;
      const safe = redactHeaders(new Headers(definedOnly(headers)), credentials);
      notify(hooks.onRequest, () => ({
        ...facts(call, clean(url)),
        idempotencyKey: call.idempotencyKey,
        headers: safe,
      }));
      log(
        'debug',
        `${call.method} ${clean(url)} attempt ${call.attempt}`,
        safe,
        clean(body?.slice(0, LONGEST_BODY) ?? ''),
      );
    },
    response(call, url, response, startedAt) {
      const durationMs = Math.round(performance.now() - startedAt);
      const requestId = response.headers.get('x-request-id') ?? undefined;
      notify(hooks.onResponse, () => ({
        ...facts(call, clean(url)),
        status: response.status,
        requestId,
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
      notify(hooks.onRetry, () => ({ ...facts(call, clean(url)), delayMs, error }));
      log(
        'info',
        `attempt ${call.attempt} of ${call.method} ${clean(url)} failed, next in ${delayMs} ms: ${error.message}`,
      );
    },
  };
}

/** Runs a reconnect hook for a stream; it shares the rule that hooks never break what they watch. */
export function notifyReconnect(
  options: ResolvedOptions,
  event: Parameters<NonNullable<Hooks['onReconnect']>>[0],
): void {
  const log = createLog(options.logLevel, options.logger);
  try {
    options.hooks.onReconnect?.(event);
  } catch (error) {
    log('error', 'a hook threw', error);
  }
  log(
    'info',
    `reconnecting to the events of ${event.subject} in ${event.delayMs} ms, after sequence ${event.cursor ?? 'none'}`,
  );
}

function facts({ method, attempt }: CallContext, url: string) {
  return { method, url, attempt };
}

function definedOnly(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
