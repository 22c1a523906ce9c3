/** An entry of a durable event log. Source: rest-api 7.5, 8.8. */
export interface LogEntry {
  /** Starts at 0 and rises by 1. */
  sequence: number;
}

/** Sequences that the log turned out not to hold, both ends included. */
export interface Gap {
  /** First missing sequence. */
  from: number;
  /** Last missing sequence. */
  to: number;
}

/** How a stream ended. `record` is the run as it was read at the end. */
export type StreamEnding<RunRecord> =
  | { reason: 'terminal' | 'paused'; record: RunRecord }
  | { reason: 'closed'; record: undefined };

/** Waiting times between connections: full jitter over a window that doubles. */
export interface ReconnectOptions {
  /** First window in milliseconds. Default 100. */
  minDelay?: number | undefined;
  /** Largest window in milliseconds. Default 5,000. */
  maxDelay?: number | undefined;
  /** Tries in a row that may bring no event before the stream fails. Default 10; 0 never reconnects. */
  maxAttempts?: number | undefined;
}

/** Waiting times of the fallback that asks for the log again and again where streaming is blocked. */
export interface PollingOptions {
  /** Milliseconds after a poll that brought events. Default 2,000. */
  minInterval?: number | undefined;
  /** Milliseconds that quiet polls grow to. Default 15,000. */
  maxInterval?: number | undefined;
}

/** What both ways of reading a stream take. */
interface ReadingOptions {
  /** Last sequence already seen; reading goes on behind it. 0 is a value. Default: from the start of the log. */
  after?: number | undefined;
  /** Stops reading, never the run. */
  signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a connection counts as dead. Default 45,000. */
  idleTimeout?: number | undefined;
  /** Size above which one event fails the stream, in decoded characters. Default 16,777,216. */
  maxEventBytes?: number | undefined;
  /** Waiting times and tries after a lost connection. */
  reconnect?: ReconnectOptions | undefined;
  /** Called for sequences that the log does not hold. The stream goes on behind them. */
  onGap?: ((gap: Gap) => void) | undefined;
}

/** Options of a stream that comes from the API. */
export interface StreamOptions extends ReadingOptions {
  /** Milliseconds until the headers of a connection. Default: the client's `timeout`. */
  headerTimeout?: number | undefined;
  /** Waiting times where streaming is blocked. */
  polling?: PollingOptions | undefined;
}

/** Options of `readEventStream`; for a `Response`, those about connections have no effect. */
export interface ReadEventStreamOptions extends ReadingOptions {
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Sent with every connection, such as a session of your own application. */
  headers?: Record<string, string> | undefined;
  /** Milliseconds until the headers of a connection. Default 60,000. */
  headerTimeout?: number | undefined;
}

/**
 * What a namespace supplies to have its event log streamed. Functions reject with a `SogniError`; retryable ones count as
 * a try to reconnect, others end the stream.
 */
export interface EventLog<Event extends LogEntry, RunRecord> {
  /** For messages: `workflow wf_1`. */
  subject: string;
  /** Absolute path of the stream: `/v1/creative-agent/workflows/wf_1/events/stream`. */
  streamPath: string;
  /** The log behind a sequence. It may answer with more than that; what is known already is dropped. */
  listEvents(after: number | undefined, signal: AbortSignal): Promise<Event[]>;
  getRecord(signal: AbortSignal): Promise<RunRecord>;
  standing(record: RunRecord): 'running' | 'paused' | 'terminal';
  /** Whether the run may have ended or paused with this event: final log types and pauses, never a step. */
  isSignal(event: Event): boolean;
  /** Highest sequence that the record itself shows; spares the look at the log that otherwise confirms the end. */
  lastSequence?(record: RunRecord): number | undefined;
  /** SSE name for a relay, for events that came from the list. Default: none. */
  eventName?(event: Event): string;
}

/**
 * Events of a durable run: every one once, in order, over any number of disconnects.
 *
 * Iterate it once; a second iterator goes on with the same queue, and so does `toReadableStream`. Nothing is requested
 * before the first event is asked for, and nothing more is read while events wait for the consumer. Leaving the loop with
 * `break` closes the stream; it never touches the run.
 *
 * @example
 * const stream = sogni.workflows.streamEvents(id, { after: saved });
 * for await (const event of stream) save(event, stream.cursor);
 * console.log(stream.ending?.reason);
 */
export interface EventStream<Event, RunRecord> extends AsyncIterable<Event>, AsyncDisposable {
  /** Sequence of the last event handed out, or `after`. Save it and pass it back as `after`. */
  readonly cursor: number | undefined;
  /** Set once iteration is over without an error. */
  readonly ending: StreamEnding<RunRecord> | undefined;
  /** Response headers for a relay: `new Response(stream.toReadableStream(), { headers: stream.headers })`. */
  readonly headers: Record<string, string>;
  /** Called for sequences that the log does not hold. */
  onGap: ((gap: Gap) => void) | undefined;
  /** Stops reading at once; what was not handed out yet is dropped, and iteration ends. */
  close(): void;
  /** Cuts the current wait before a reconnect or poll short, say when the network is back. */
  retryNow(): void;
  /** Emits the events again as server-sent events, as far as they are read. Cancelling it closes the stream. */
  toReadableStream(): ReadableStream<Uint8Array>;
}
