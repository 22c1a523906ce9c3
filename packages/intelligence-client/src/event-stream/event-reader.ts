import type { SogniError } from '../errors/sogni-error.ts';
import { Connection } from './connection.ts';
import type { EventFeed } from './feed.ts';
import { Inbox } from './inbox.ts';
import { sortFrame } from './log-frame.ts';
import { Pause } from './pause.ts';
import { PollSchedule } from './poll-schedule.ts';
import { ReconnectPolicy } from './reconnect-policy.ts';
import { createSSEDecoder, type SSEDecoder } from './sse-decoder.ts';
import { asSogniError, damagedFrame, gaveUp, idleConnection } from './stream-failure.ts';
import type { EventLog, Gap, LogEntry, StreamEnding, StreamOptions } from './types.ts';

/** Milliseconds an open body gets to go on behind a signal before the record is asked. */
const LINGER = 100;

/**
 * Fetches the events of one run, one chunk at a time: connects, reads, refills gaps, reconnects, and finds out whether the
 * run has ended. Works only while `fill` is pending. Source: design 5.
 */
export class EventReader<Event extends LogEntry, RunRecord> {
  readonly inbox: Inbox<Event>;
  /** Set by `fill` when the stream is complete. */
  ending: StreamEnding<RunRecord> | undefined;
  /** Connections tried so far. */
  attempts = 0;
  /** Of the connection that is open, or was last. */
  requestId: string | undefined;
  readonly #feed: EventFeed<Event, RunRecord>;
  readonly #options: StreamOptions;
  readonly #onGap: (gap: Gap) => void;
  readonly #policy: ReconnectPolicy;
  readonly #pause = new Pause();
  readonly #abort = new AbortController();
  #connection: Connection | undefined;
  #decoder: SSEDecoder | undefined;
  #polling: PollSchedule | undefined;
  /** A failure found behind events that come first. */
  #failure: unknown;
  /** The ending that a relay has announced. */
  #announced: StreamEnding<RunRecord> | undefined;
  /** Events accepted when the current signal came. */
  #lingersAt: number | undefined;
  #lingerUntil = 0;
  /** Events accepted up to the last failure: more than that is progress. */
  #acceptedBefore = 0;

  constructor(feed: EventFeed<Event, RunRecord>, options: StreamOptions, onGap: (gap: Gap) => void) {
    this.#feed = feed;
    this.#options = options;
    this.#onGap = onGap;
    this.#policy = new ReconnectPolicy(options.reconnect, feed.maxRetryAfter);
    this.inbox = new Inbox(options.after, (event) => feed.log?.isSignal(event) ?? false);
  }

  /** Resolves when the inbox holds events or `ending` is set. Rejects when no further try makes sense. */
  async fill(): Promise<void> {
    const { signal } = this.#abort;
    while (this.inbox.isEmpty && this.ending === undefined && !signal.aborted) {
      try {
        await this.#step();
      } catch (error) {
        if (signal.aborted) return;
        await this.#recover(asSogniError(error, this.#feed.subject));
      }
    }
  }

  /** Goes on with what has been received. Whether the inbox holds events then. */
  digest(): boolean {
    const { inbox } = this;
    try {
      let isLeft = true;
      while (isLeft && inbox.isEmpty && !inbox.hasGap) isLeft = this.#decoder?.digest() ?? false;
    } catch (error) {
      const isMalformed = error instanceof SyntaxError;
      const { subject } = this.#feed;
      this.#failure = isMalformed ? damagedFrame(subject, this.#connection?.requestId, error) : error;
      this.#disconnect();
    }
    return !inbox.isEmpty;
  }

  retryNow(): void {
    this.#pause.skip();
  }

  /** Frees everything; a pending `fill` is left to run out. */
  release(): void {
    this.#abort.abort();
    this.#pause.skip();
    this.#disconnect();
  }

  async #step(): Promise<void> {
    const { inbox } = this;
    const { log } = this.#feed;
    if (inbox.hasGap) {
      const listed = log === undefined ? [] : await log.listEvents(inbox.last, this.#abort.signal);
      inbox.fill(listed, this.#onGap);
    } else if (this.digest()) {
      return;
    } else if (this.#failure !== undefined) {
      const failure = this.#failure;
      this.#failure = undefined;
      throw failure;
    } else if (log === undefined) {
      if (this.#announced !== undefined) this.ending = this.#announced;
      else await this.#read();
    } else if (inbox.signalled) {
      await this.#settle(log);
    } else if (this.#polling !== undefined) {
      await this.#poll(log, this.#polling);
    } else {
      await this.#read();
    }
  }

  async #read(): Promise<void> {
    const { subject, log } = this.#feed;
    const idleTimeout = this.#options.idleTimeout ?? 45_000;
    this.#connection ??= await this.#connect();
    const connection = this.#connection;
    if (connection === undefined) return;
    try {
      const outcome = await connection.read(idleTimeout);
      if (outcome === 'data') return;
      if (outcome === 'idle') throw idleConnection(subject, idleTimeout, connection.requestId);
      if (log === undefined) throw this.#feed.endedEarly(connection.requestId);
      this.#bodyEnded(connection);
    } catch (error) {
      this.#disconnect();
      this.#failure = error;
    }
  }

  async #connect(): Promise<Connection | undefined> {
    const { subject } = this.#feed;
    const { signal } = this.#abort;
    this.attempts += 1;
    this.requestId = undefined;
    const opened = await this.#feed.open(this.inbox.cursor, signal);
    if (opened === 'blocked') {
      this.#polling = new PollSchedule(this.#options.polling);
      return undefined;
    }
    if (signal.aborted) {
      opened.release();
      return undefined;
    }
    this.requestId = opened.requestId;
    const decoder = createSSEDecoder({
      subject,
      maxEventBytes: this.#options.maxEventBytes ?? 16 * 1024 * 1024,
      onRetry: (milliseconds) => this.#policy.setFloor(milliseconds),
      onMessage: (message) => sortFrame(message, sink),
    });
    const sink = {
      entry: (event: Event, name: string | undefined) => this.inbox.entry(event, name),
      signal: ({ event, data }: { event?: string | undefined; data: string }) => {
        this.#announced ??= this.#feed.readEnding?.(event, data);
        this.inbox.mark();
      },
    };
    this.#decoder = decoder;
    return new Connection(opened, {
      onBytes: (bytes) => decoder.feed(bytes),
      onCut: (cause) => this.#feed.endedEarly(opened.requestId, cause),
    });
  }

  /**
   * Whether a run has ended is a property of the run: asks the record. An ended run may still have events that did not
   * arrive, for a body can be cut right behind an old failure; so the log has the last word.
   */
  async #settle(log: EventLog<Event, RunRecord>): Promise<void> {
    const { inbox } = this;
    const { signal } = this.#abort;
    if (this.#connection !== undefined && (await this.#linger(this.#connection))) return;
    const record = await log.getRecord(signal);
    const standing = log.standing(record);
    if (standing === 'running') {
      inbox.unmark();
      if (this.#connection === undefined && this.#polling === undefined)
        throw this.#feed.endedEarly(undefined);
      return;
    }
    this.#disconnect();
    const { last } = inbox;
    const isComplete =
      (last !== undefined && log.lastSequence?.(record) === last) ||
      inbox.fill(await log.listEvents(last, signal), this.#onGap) === 0;
    if (isComplete) this.ending = { reason: standing, record };
    // The run may have gone on since the record was read, so it is read again behind these events.
    else inbox.mark();
  }

  /**
   * Waits a moment for what follows a signal. Mostly that is the end of the body, which frees the socket for the next request;
   * in a replay it is the rest of the log, which makes the signal an old one.
   *
   * @returns whether more arrived.
   */
  async #linger(connection: Connection): Promise<boolean> {
    const { accepted } = this.inbox;
    if (accepted !== this.#lingersAt) {
      this.#lingersAt = accepted;
      this.#lingerUntil = performance.now() + LINGER;
    }
    const left = this.#lingerUntil - performance.now();
    if (left <= 0) return false;
    // A cut costs nothing here: the record is asked next.
    const outcome = await connection.read(left).catch(() => 'cut' as const);
    if (outcome === 'ended') this.#bodyEnded(connection);
    if (outcome === 'cut') this.#disconnect();
    return outcome === 'data';
  }

  #bodyEnded(connection: Connection): void {
    // Proxies limit how long a body lasts. One that was healthy until then is no failed try.
    if (connection.age >= this.#policy.healthyAge) this.#acceptedBefore = -1;
    this.inbox.mark();
    this.#disconnect();
  }

  async #poll(log: EventLog<Event, RunRecord>, schedule: PollSchedule): Promise<void> {
    await this.#pause.wait(schedule.interval);
    if (this.#abort.signal.aborted) return;
    const listed = await log.listEvents(this.inbox.last, this.#abort.signal);
    const added = this.inbox.fill(listed, this.#onGap);
    schedule.record(added > 0);
    this.#acceptedBefore = -1;
    if (added === 0) this.inbox.mark();
  }

  /** Waits before the next try, or throws when there is none. */
  async #recover(error: SogniError): Promise<void> {
    const { inbox } = this;
    const policy = this.#policy;
    const { subject } = this.#feed;
    policy.failures = inbox.accepted > this.#acceptedBefore ? 0 : policy.failures + 1;
    this.#acceptedBefore = inbox.accepted;
    if (!policy.mayRetry(error)) throw error;
    if (policy.isExhausted) throw gaveUp(error, subject, policy.failures, inbox.cursor);
    const delayMs = policy.delayAfter(error);
    this.#feed.onReconnect?.({ subject, attempt: policy.failures + 1, delayMs, cursor: inbox.cursor, error });
    if (!this.#abort.signal.aborted) await this.#pause.wait(delayMs);
  }

  #disconnect(): void {
    this.#connection?.release();
    this.#connection = undefined;
    this.#decoder = undefined;
  }
}
