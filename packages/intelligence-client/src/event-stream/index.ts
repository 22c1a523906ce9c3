export { openEventStream } from './open-event-stream.ts';
export { readEventStream } from './read-event-stream.ts';
export type {
  EventStream,
  Gap,
  ReadEventStreamOptions,
  ReconnectOptions,
  StreamEnding,
  StreamOptions,
} from './types.ts';
