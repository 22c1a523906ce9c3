export { openEventStream } from './open-event-stream.ts';
export { readEventStream } from './read-event-stream.ts';
export type {
  EventLog,
  EventStream,
  Gap,
  LogEntry,
  PollingOptions,
  ReadEventStreamOptions,
  ReconnectOptions,
  StreamEnding,
  StreamOptions,
} from './types.ts';
