import { isBrowser } from '../transport/environment.ts';
import { notify } from '../transport/notify.ts';
import type { Transport } from '../transport/types.ts';
import type { EventFeed } from './feed.ts';
import { QueuedEventStream } from './queued-event-stream.ts';
import { isEventStream } from './sse-content-type.ts';
import { checkStreamOptions } from './stream-checks.ts';
import { endedEarly } from './stream-failure.ts';
import type { EventLog, EventStream, LogEntry, StreamOptions } from './types.ts';

/**
 * Streams the event log of a durable run. Source: design 5, rest-api 4.
 *
 * @throws {InvalidRequestError} naming every option that is unknown or wrong. Iterating rejects with a `SogniError`.
 */
export function openEventStream<Event extends LogEntry, RunRecord>(
  transport: Transport,
  log: EventLog<Event, RunRecord>,
  options: StreamOptions = {},
): EventStream<Event, RunRecord> {
  checkStreamOptions(options);
  return new QueuedEventStream(apiFeed(transport, log, options.headerTimeout), options);
}

function apiFeed<Event extends LogEntry, RunRecord>(
  transport: Transport,
  log: EventLog<Event, RunRecord>,
  headerTimeout: number | undefined,
): EventFeed<Event, RunRecord> {
  const { subject, streamPath } = log;
  const { options } = transport;
  return {
    subject,
    log,
    maxRetryAfter: options.maxRetryAfter,

    async open(cursor, signal) {
      const opened = await transport.open(
        {
          method: 'GET',
          path: streamPath,
          query: { after: cursor },
          accept: 'text/event-stream',
          retry: 'idempotent',
          subject,
        },
        {
          signal,
          // Reconnecting is this module's own business, with the cursor of the moment.
          maxRetries: 0,
          ...(headerTimeout !== undefined && { timeout: headerTimeout }),
          // A header of its own would cost browsers a preflight that servers may refuse.
          ...(cursor !== undefined && !isBrowser() && { headers: { 'last-event-id': String(cursor) } }),
        },
      );
      if (isEventStream(opened.response)) return opened;
      opened.release();
      return 'blocked';
    },

    endedEarly: (requestId, cause) => endedEarly(subject, requestId, cause),
    onReconnect: (event) => notify(options, options.hooks.onReconnect, event),
  };
}
