import type { LogEntry, StreamEnding } from './types.ts';

/** Name of the frame that closes a relay; its data is the stream's `ending`. */
export const ENDING_FRAME = 'stream_ending';

/** Headers that keep proxies from buffering or rewriting a relay. */
export const RELAY_HEADERS: Record<string, string> = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** Milliseconds of silence that a comment fills, well under the idle time of a reader. */
const KEEP_ALIVE = 15_000;
/** Characters after which a chunk goes out though more events are at hand. */
const CHUNK = 32_768;

interface RelaySource<Event, RunRecord> {
  next(): Promise<IteratorResult<Event, undefined>>;
  /** An event that is at hand already. */
  takeBuffered(): Event | undefined;
  /** Frame name of the event taken last. */
  nameOf(event: Event): string | undefined;
  ending(): StreamEnding<RunRecord> | undefined;
  close(): void;
}

/** Emits events as server-sent events, each pull one chunk: what is at hand, else the next event, else a comment. */
export function relay<Event extends LogEntry, RunRecord>(
  source: RelaySource<Event, RunRecord>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const frame = (event: Event) => {
    const name = source.nameOf(event);
    return `id: ${event.sequence}\n${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(event)}\n\n`;
  };
  let pending: Promise<IteratorResult<Event, undefined>> | undefined;
  let isOpen = false;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!isOpen) {
          // Servers send their headers with the first byte, which may otherwise be minutes away.
          isOpen = true;
          controller.enqueue(encoder.encode(': open\n\n'));
          return;
        }
        pending ??= source.next();
        const result = await withKeepAlive(pending);
        if (result === undefined) {
          controller.enqueue(encoder.encode(': keep-alive\n\n'));
          return;
        }
        pending = undefined;
        if (result.done) {
          const ending = source.ending();
          // A relay that was merely closed leaves out the last frame, so that its readers come back.
          if (ending !== undefined && ending.reason !== 'closed') {
            controller.enqueue(encoder.encode(`event: ${ENDING_FRAME}\ndata: ${JSON.stringify(ending)}\n\n`));
          }
          controller.close();
          return;
        }
        let text = frame(result.value);
        while (text.length < CHUNK) {
          const event = source.takeBuffered();
          if (event === undefined) break;
          text += frame(event);
        }
        controller.enqueue(encoder.encode(text));
      },
      cancel() {
        source.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The result, or `undefined` when it takes longer than a reader should wait for a byte. */
async function withKeepAlive<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, KEEP_ALIVE, undefined);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
