import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import type { SogniError } from '../errors/sogni-error.ts';
import { EventReader } from './event-reader.ts';
import type { EventFeed } from './feed.ts';
import { RELAY_HEADERS, relay } from './relay.ts';
import { asSogniError } from './stream-failure.ts';
import type { EventStream, Gap, LogEntry, StreamEnding, StreamOptions } from './types.ts';

interface Waiter<Event> {
  resolve: (result: IteratorResult<Event, undefined>) => void;
  reject: (error: unknown) => void;
}

/** Hands out what an `EventReader` fetches. A hand-written iterator: with events at hand, `next` does no asynchronous work. */
export class QueuedEventStream<Event extends LogEntry, RunRecord>
  implements EventStream<Event, RunRecord>, AsyncIterableIterator<Event, undefined>
{
  readonly headers = RELAY_HEADERS;
  onGap: ((gap: Gap) => void) | undefined;
  readonly #feed: EventFeed<Event, RunRecord>;
  readonly #reader: EventReader<Event, RunRecord>;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = () => this.#fail(this.#aborted());
  #waiters: Waiter<Event>[] = [];
  #isPumping = false;
  #isListening = false;
  #error: unknown;
  #ending: StreamEnding<RunRecord> | undefined;

  constructor(feed: EventFeed<Event, RunRecord>, options: StreamOptions) {
    const { signal, onGap } = options;
    this.#feed = feed;
    this.#signal = signal;
    this.onGap = onGap;
    this.#reader = new EventReader(feed, options, (gap) => this.onGap?.(gap));
  }

  get cursor(): number | undefined {
    return this.#reader.inbox.cursor;
  }

  get ending(): StreamEnding<RunRecord> | undefined {
    return this.#ending;
  }

  next(): Promise<IteratorResult<Event, undefined>> {
    // Those who came first are served first.
    if (this.#waiters.length === 0) {
      const value = this.#take();
      if (value !== undefined) return Promise.resolve({ done: false, value });
    }
    if (this.#error !== undefined) return Promise.reject(this.#error);
    if (this.#ending !== undefined) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      if (!this.#isPumping) void this.#pump();
    });
  }

  return(): Promise<IteratorResult<Event, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  close(): void {
    this.#end({ reason: 'closed', record: undefined });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  retryNow(): void {
    this.#reader.retryNow();
  }

  toReadableStream(): ReadableStream<Uint8Array> {
    const { log } = this.#feed;
    const { inbox } = this.#reader;
    return relay({
      next: () => this.next(),
      takeBuffered: () => this.#take(),
      nameOf: (event) => inbox.name ?? log?.eventName?.(event),
      ending: () => this.#ending,
      close: () => this.close(),
    });
  }

  /** The next event of those that have been received. */
  #take(): Event | undefined {
    const { inbox } = this.#reader;
    return inbox.take() ?? (this.#reader.digest() ? inbox.take() : undefined);
  }

  /** Serves those who wait. Never rejects: a failure goes to them, and to whoever asks later. */
  async #pump(): Promise<void> {
    const { inbox } = this.#reader;
    this.#isPumping = true;
    try {
      this.#listen();
      while (this.#waiters.length > 0) {
        await this.#reader.fill();
        while (this.#waiters.length > 0) {
          const value = this.#take();
          if (value === undefined) break;
          this.#waiters.shift()?.resolve({ done: false, value });
        }
        if (inbox.isEmpty && this.#reader.ending !== undefined) this.#end(this.#reader.ending);
      }
    } catch (error) {
      this.#fail(asSogniError(error, this.#feed.subject));
    } finally {
      this.#isPumping = false;
    }
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    if (this.#signal?.aborted) throw this.#aborted();
    this.#signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  #aborted(): RequestAbortedError {
    const { cursor } = this;
    const hint =
      cursor === undefined
        ? 'The run itself goes on.'
        : `The run itself goes on; continue with after: ${cursor}.`;
    return new RequestAbortedError(`Reading the events of ${this.#feed.subject} was aborted by its signal`, {
      hint,
      cause: this.#signal?.reason,
    });
  }

  #end(ending: StreamEnding<RunRecord>): void {
    if (this.#ending !== undefined || this.#error !== undefined) return;
    this.#ending = ending;
    for (const waiter of this.#settle()) waiter.resolve({ done: true, value: undefined });
  }

  #fail(error: SogniError): void {
    if (this.#ending !== undefined || this.#error !== undefined) return;
    // What was made here, not by a call, does not know how much was sent.
    if (error.attempts === 0) error.attempts = this.#reader.attempts;
    error.requestId ??= this.#reader.requestId;
    this.#error = error;
    for (const waiter of this.#settle()) waiter.reject(error);
  }

  /** Frees what the stream holds and returns those who still wait. */
  #settle(): Waiter<Event>[] {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#reader.release();
    this.#reader.inbox.close();
    const waiters = this.#waiters;
    this.#waiters = [];
    return waiters;
  }
}
