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
  /** @throws {ResponseValidationError} when a message is larger than allowed. */
  feed(bytes: Uint8Array): void;
}

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

  const decode = (bytes: Uint8Array) => {
    const decoded = text.decode(bytes, { stream: true });
    if (!isStart || decoded === '') return decoded;
    isStart = false;
    return decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  };

  return {
    feed(bytes) {
      if (!tooLarge) parser.feed(decode(bytes));
      if (!tooLarge) return;
      throw new ResponseValidationError(
        `An event of ${subject} is larger than maxEventBytes (${maxEventBytes}); raise it to read this stream`,
      );
    },
  };
}
