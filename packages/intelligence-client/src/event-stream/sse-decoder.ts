import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { ResponseValidationError } from '../errors/response-validation-error.ts';

interface SSEDecoderOptions {
  onMessage: (message: EventSourceMessage) => void;
  /** Milliseconds of a `retry:` field. */
  onRetry?: (milliseconds: number) => void;
  /** Decoded characters that one message may have. */
  maxEventBytes: number;
  /** What is read, for messages: `workflow wf_1`. */
  subject: string;
}

/**
 * Decodes the bytes of one connection by the WHATWG rules for event streams, whatever the chunks they arrive in. What a cut
 * leaves unfinished is never reported.
 */
export interface SSEDecoder {
  /** Takes the next chunk, once `digest` has returned `false` for the one before. */
  feed(bytes: Uint8Array): void;
  /**
   * Reports the messages of a portion of the chunk. A whole chunk at once would keep its text and hundreds of messages alive,
   * and with them grow the heap of a long stream.
   *
   * @returns `false` when nothing was left.
   * @throws {ResponseValidationError} when a message is larger than allowed; what `onMessage` throws.
   */
  digest(): boolean;
}

/** Bytes of a portion. */
const PORTION = 16_384;
const LF = 10;

export function createSSEDecoder({
  onMessage,
  onRetry,
  maxEventBytes,
  subject,
}: SSEDecoderOptions): SSEDecoder {
  // Node's decoder may drop a second byte order mark when the first came in pieces, so they are left in.
  const text = new TextDecoder('utf-8', { ignoreBOM: true });
  let isStart = true;
  let tooLarge = false;
  const parser = createParser({
    onEvent(message) {
      // The parser measures only what it carries over from one chunk to the next.
      if (message.data.length > maxEventBytes) tooLarge = true;
      if (!tooLarge) onMessage(message);
    },
    onRetry,
    onError(error) {
      if (error.type === 'max-buffer-size-exceeded') tooLarge = true;
    },
    maxBufferSize: maxEventBytes,
  });
  // The parser would also drop a mark that was encoded twice; a blank line first keeps it from looking.
  parser.feed('\n');

  let chunk: Uint8Array | undefined;
  let position = 0;

  const decodePortion = (bytes: Uint8Array) => {
    const limit = position + PORTION;
    // Up to a line end, so that the parser has nothing to carry over; of a longer line, as much as fits.
    const line = limit < bytes.length ? bytes.lastIndexOf(LF, limit - 1) + 1 : bytes.length;
    const end = line > position ? line : limit;
    const portion = text.decode(bytes.subarray(position, end), { stream: true });
    position = end;
    if (!isStart || portion === '') return portion;
    isStart = false;
    return portion.charCodeAt(0) === 0xfeff ? portion.slice(1) : portion;
  };

  return {
    feed(bytes) {
      chunk = bytes;
      position = 0;
    },
    digest() {
      if (chunk === undefined) return false;
      const portion = decodePortion(chunk);
      if (position >= chunk.length) chunk = undefined;
      parser.feed(portion);
      if (!tooLarge) return true;
      throw new ResponseValidationError(
        `An event of ${subject} is larger than maxEventBytes (${maxEventBytes}); raise it to read this stream`,
      );
    },
  };
}
