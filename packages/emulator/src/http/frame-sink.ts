import type { ServerResponse } from 'node:http';

/** Where the frames of an event stream go. */
export interface FrameSink {
  /** Whether the client has left. */
  readonly gone: boolean;
  /** Writes whole frames; settles when there is room for more, so that a slow client slows the reader of the log. */
  write(frames: string): Promise<void>;
  /** As `write`, for a part of a frame. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /** Ends the body properly. */
  end(): void;
  /** Breaks the connection off. */
  destroy(): void;
}

/** The response of Node's HTTP server as a sink. */
export function outgoingSink(outgoing: ServerResponse): FrameSink {
  let broken = false;
  const gone = () => broken || outgoing.destroyed || outgoing.writableEnded;
  const send = (chunk: string | Uint8Array): Promise<void> => {
    if (gone() || outgoing.write(chunk)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        outgoing.off('drain', done);
        outgoing.off('close', done);
        resolve();
      };
      outgoing.on('drain', done);
      outgoing.on('close', done);
    });
  };
  return {
    get gone() {
      return gone();
    },
    write: send,
    writeBytes: send,
    end() {
      if (!gone()) outgoing.end();
    },
    destroy() {
      broken = true;
      // What has been written still goes out; the end of the body does not.
      outgoing.socket?.destroySoon();
    },
  };
}
