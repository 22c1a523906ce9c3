import { StreamTruncatedError } from '../errors/stream-truncated-error.ts';
import type { OpenBody } from './connection.ts';
import type { EventFeed } from './feed.ts';
import { QueuedEventStream } from './queued-event-stream.ts';
import { readEnding } from './relay-ending.ts';
import { checkRelay, openRelay, relayURL } from './relay-url.ts';
import { checkRelayOptions } from './stream-checks.ts';
import { endedEarly } from './stream-failure.ts';
import type { EventStream, LogEntry, ReadEventStreamOptions } from './types.ts';

/** Longest `Retry-After` of a relay that is waited for, in milliseconds. */
const MAX_RETRY_AFTER = 60_000;

/**
 * Reads a relay that a server made with `toReadableStream`, in a browser or anywhere else. Given a URL, it reconnects
 * behind its cursor (`?after=`, and `Last-Event-ID` outside browsers); a `Response` is read once.
 *
 * @throws {InvalidRequestError} when `source` or an option is not usable. Iterating rejects with a `SogniError`, a
 * `StreamTruncatedError` when a `Response` ends before the stream does.
 * @example
 * for await (const event of readEventStream('/api/runs/wf_1/events')) render(event);
 */
export function readEventStream<Event extends LogEntry, RunRecord = unknown>(
  source: string | URL | Response,
  options: ReadEventStreamOptions = {},
): EventStream<Event, RunRecord> {
  checkRelayOptions(options);
  if (typeof source !== 'string' && 'body' in source) {
    // Nothing to go back to, so the first cut is the last.
    return new QueuedEventStream(responseFeed<Event, RunRecord>(source), {
      ...options,
      reconnect: { maxAttempts: 0 },
    });
  }
  return new QueuedEventStream(urlFeed<Event, RunRecord>(relayURL(source), options), options);
}

function urlFeed<Event extends LogEntry, RunRecord>(
  url: URL,
  options: ReadEventStreamOptions,
): EventFeed<Event, RunRecord> {
  const subject = `the relay ${url.origin}${url.pathname}`;
  return {
    subject,
    log: undefined,
    maxRetryAfter: MAX_RETRY_AFTER,
    readEnding,
    open: (cursor, signal) => openRelay(url, cursor, signal, options),
    endedEarly: (requestId, cause) => endedEarly(subject, requestId, cause),
  };
}

function responseFeed<Event extends LogEntry, RunRecord>(response: Response): EventFeed<Event, RunRecord> {
  const subject = 'the relayed response';
  return {
    subject,
    log: undefined,
    maxRetryAfter: MAX_RETRY_AFTER,
    readEnding,
    async open(): Promise<OpenBody> {
      const call = {
        method: 'GET',
        target: subject,
        subject: undefined,
        retry: 'idempotent',
        attempt: 1,
        idempotencyKey: undefined,
      } as const;
      const checked = await checkRelay(response, call);
      return { ...checked, release: () => {} };
    },
    endedEarly: (requestId, cause) =>
      new StreamTruncatedError(`The event stream of ${subject} ended before its last frame`, {
        requestId,
        attempts: 1,
        hint: 'Read the relay again behind the cursor, or pass its URL and let readEventStream reconnect.',
        cause,
      }),
  };
}
