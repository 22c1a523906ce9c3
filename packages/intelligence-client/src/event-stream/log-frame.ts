import type { EventSourceMessage } from 'eventsource-parser';
import { isRecord } from '../transport/envelope.ts';
import type { LogEntry } from './types.ts';

/** Receives the frames of a connection in order. */
interface FrameSink<Event> {
  /** A log entry and the name of its frame. */
  entry(event: Event, name: string | undefined): void;
  /** Something changed on the server that is no log entry; `data` as sent. */
  signal(message: EventSourceMessage): void;
}

/**
 * Tells log entries from mere signals. A log entry has an integer `sequence`, else a decimal `id:`; a status snapshot never
 * is one, even when it repeats the last id. Source: design 5, rest-api 20.7.
 *
 * @throws {SyntaxError} when the data is not JSON.
 */
export function sortFrame<Event extends LogEntry>(message: EventSourceMessage, sink: FrameSink<Event>): void {
  const { id, event: name, data } = message;
  if (name?.endsWith('status') && /[_.]status$/.test(name)) {
    sink.signal(message);
    return;
  }
  // A heartbeat with an empty data line says nothing.
  if (data === '') return;
  const value: unknown = JSON.parse(data);
  if (hasSequence<Event>(value)) {
    sink.entry(value, name);
    return;
  }
  const isNumbered = id !== undefined && /^\d{1,15}$/.test(id) && isRecord(value);
  const numbered = isNumbered && { ...value, sequence: Number(id) };
  if (hasSequence<Event>(numbered)) sink.entry(numbered, name);
  else sink.signal(message);
}

/** The wire is trusted for all but the sequence: everything else of an event passes through as sent. */
export function hasSequence<Event extends LogEntry>(value: unknown): value is Event {
  if (!isRecord(value)) return false;
  const { sequence } = value;
  return typeof sequence === 'number' && sequence >= 0 && Number.isSafeInteger(sequence);
}
