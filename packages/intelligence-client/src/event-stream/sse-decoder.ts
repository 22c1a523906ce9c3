import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { ResponseValidationError } from '../errors/response-validation-error.ts';

export interface SSEDecoderOptions {
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
   * Reports the messages of a portion of the chunk. Whole chunks would keep hundreds of parsed messages alive at once, which
   * costs the garbage collector more than the parsing.
   *
   * @returns `false` when nothing was left.
   * @throws {ResponseValidationError} when a message is larger than allowed; what `onMessage` throws.
   */
  digest(): boolean;
}

/** Characters of a portion; it ends with the message that passes this mark. */
const PORTION = 8_192;

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

  let chunk = '';
  let position = 0;

  return {
    feed(bytes) {
      chunk = text.decode(bytes, { stream: true });
      position = 0;
      if (!isStart || chunk === '') return;
      isStart = false;
      if (chunk.charCodeAt(0) === 0xfeff) position = 1;
    },
    digest() {
      if (position >= chunk.length) return false;
      const boundary = chunk.indexOf('\n\n', position + PORTION);
      const end = boundary === -1 ? chunk.length : boundary + 2;
      const portion = chunk.slice(position, end);
      position = end;
      if (end === chunk.length) chunk = '';
      parser.feed(portion);
      if (!tooLarge) return true;
      throw new ResponseValidationError(
        `An event of ${subject} is larger than maxEventBytes (${maxEventBytes}); raise it to read this stream`,
      );
    },
  };
}
