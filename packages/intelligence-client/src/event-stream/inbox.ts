import { hasSequence } from './log-frame.ts';
import type { Gap, LogEntry } from './types.ts';

interface HeldFrame<Event> {
  /** `undefined` stands for a signal. */
  event: Event | undefined;
  name: string | undefined;
}

/**
 * Puts what arrives in order: drops what is known, holds back what follows a gap, and keeps the events that the consumer has
 * not taken yet. Filled only while it is empty, so it never holds more than one chunk or one list.
 */
export class Inbox<Event extends LogEntry> {
  readonly #isSignal: (event: Event) => boolean;
  #events: Event[] = [];
  #names: (string | undefined)[] = [];
  #head = 0;
  #held: HeldFrame<Event>[] = [];
  #last: number | undefined;
  #latest: Event | undefined;
  #marked = false;
  #isClosed = false;
  /** Sequence of the last event taken. */
  cursor: number | undefined;
  /** Frame name of the last event taken. */
  name: string | undefined;
  /** Events accepted since the stream was opened. */
  accepted = 0;

  constructor(after: number | undefined, isSignal: (event: Event) => boolean) {
    this.cursor = after;
    this.#last = after;
    this.#isSignal = isSignal;
  }

  get isEmpty(): boolean {
    return this.#events.length === 0;
  }

  /** Highest sequence accepted, or the `after` it began with. */
  get last(): number | undefined {
    return this.#last;
  }

  /** Whether frames are held back behind a gap; `fill` or `skip` lets them go on. */
  get hasGap(): boolean {
    return this.#held.length > 0;
  }

  /** Whether the run may have ended or paused, as far as the frames accepted last can tell. */
  get signalled(): boolean {
    return this.#marked || (this.#latest !== undefined && this.#isSignal(this.#latest));
  }

  take(): Event | undefined {
    const event = this.#events[this.#head];
    if (event === undefined) return undefined;
    this.cursor = event.sequence;
    this.name = this.#names[this.#head];
    this.#head += 1;
    if (this.#head === this.#events.length) this.#empty();
    return event;
  }

  /** A log entry from a connection. */
  entry(event: Event, name: string | undefined): void {
    if (this.#held.length > 0 || this.#isBehindGap(event)) this.#held.push({ event, name });
    else this.#accept(event, name);
  }

  /** A frame, or the end of a body, that is worth a look at the record. */
  mark(): void {
    if (this.#held.length > 0) this.#held.push({ event: undefined, name: undefined });
    else this.#marked = true;
  }

  /** Forgets the signals of the frames accepted so far. */
  unmark(): void {
    this.#marked = false;
    this.#latest = undefined;
  }

  /**
   * Accepts what a list of the log adds, then what was held back. A list is the log itself, so what it lacks between two
   * entries is reported as a gap; a gap that remains in front of held frames is not, if the list came closer to them.
   *
   * @returns how many events of the list were new.
   */
  fill(listed: readonly Event[], onGap: (gap: Gap) => void): number {
    const before = this.accepted;
    const fresh = listed.filter((event) => hasSequence<Event>(event) && event.sequence > (this.#last ?? -1));
    fresh.sort((a, b) => a.sequence - b.sequence);
    for (const event of fresh) {
      this.#reportGap(event, onGap);
      this.#accept(event, undefined);
    }
    const added = this.accepted - before;
    const next = this.#held[0]?.event;
    if (added === 0 && next !== undefined) {
      this.#reportGap(next, onGap);
      this.#last = next.sequence - 1;
    }
    this.#release();
    return added;
  }

  /** Drops what was not taken, and whatever may still arrive. */
  close(): void {
    this.#isClosed = true;
    this.#held = [];
    this.#empty();
  }

  #accept(event: Event, name: string | undefined): void {
    if (this.#isClosed || (this.#last !== undefined && event.sequence <= this.#last)) return;
    this.#last = event.sequence;
    this.#latest = event;
    this.#marked = false;
    this.accepted += 1;
    this.#events.push(event);
    this.#names.push(name);
  }

  #isBehindGap(event: Event): boolean {
    return this.#last !== undefined && event.sequence > this.#last + 1;
  }

  #reportGap(event: Event, onGap: (gap: Gap) => void): void {
    if (this.#last === undefined || !this.#isBehindGap(event)) return;
    onGap({ from: this.#last + 1, to: event.sequence - 1 });
  }

  #release(): void {
    const held = this.#held;
    this.#held = [];
    for (const { event, name } of held) {
      if (event === undefined) this.mark();
      else this.entry(event, name);
    }
  }

  #empty(): void {
    this.#events = [];
    this.#names = [];
    this.#head = 0;
  }
}
