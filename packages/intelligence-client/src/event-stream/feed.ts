import type { SogniError } from '../errors/sogni-error.ts';
import type { ReconnectEvent } from '../transport/hooks.ts';
import type { OpenBody } from './connection.ts';
import type { EventLog, LogEntry, StreamEnding } from './types.ts';

/** Where a stream comes from: the API itself, or a relay of another stream. */
export interface EventFeed<Event extends LogEntry, RunRecord> {
  /** For messages: `workflow wf_1`. */
  subject: string;
  /** Opens a connection behind the cursor. `blocked`: something on the way answers, but not with a stream. */
  open(cursor: number | undefined, signal: AbortSignal): Promise<OpenBody | 'blocked'>;
  /** The log behind the stream, which knows whether the run has ended. A relay has none and says so itself. */
  log: EventLog<Event, RunRecord> | undefined;
  /** Reads the last frame of a relay. */
  readEnding?(name: string | undefined, data: string): StreamEnding<RunRecord> | undefined;
  /** Makes the error for a body that ended before the stream did: cleanly, or cut with a `cause`. */
  endedEarly(requestId: string | undefined, cause?: unknown): SogniError;
  /** Longest `Retry-After` to wait for, in milliseconds. */
  maxRetryAfter: number;
  onReconnect?(event: ReconnectEvent): void;
}
