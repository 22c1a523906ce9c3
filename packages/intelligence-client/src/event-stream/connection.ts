import { StallTimer } from './stall-timer.ts';

/** An open body and the way to let go of it. */
export interface OpenBody {
  response: Response;
  requestId: string | undefined;
  /** Frees the socket. Safe to call twice. */
  release(): void;
}

/** `idle`: nothing arrived within the time given; the next read goes on waiting. */
type ReadOutcome = 'data' | 'ended' | 'idle';

interface ConnectionHandlers {
  onBytes(bytes: Uint8Array): void;
  onCut(cause: unknown): Error;
}

/** One connection of a stream: reads a chunk when asked to, and never waits longer than it may. */
export class Connection {
  readonly requestId: string | undefined;
  readonly #open: OpenBody;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #handlers: ConnectionHandlers;
  readonly #openedAt = performance.now();
  #onIdle: ((nothing: undefined) => void) | undefined;
  readonly #stall = new StallTimer(() => this.#onIdle?.(undefined));
  #pending: Promise<ReadableStreamReadResult<Uint8Array>> | undefined;
  #hasBytes = false;

  constructor(open: OpenBody, handlers: ConnectionHandlers) {
    this.#open = open;
    this.requestId = open.requestId;
    this.#reader = open.response.body?.getReader();
    this.#handlers = handlers;
  }

  /** Milliseconds since it was opened; 0 while no byte has arrived. */
  get age(): number {
    return this.#hasBytes ? performance.now() - this.#openedAt : 0;
  }

  /**
   * Reads one chunk and passes it on.
   *
   * @param patience Milliseconds to wait for it.
   * @throws what `onCut` makes of a broken body.
   */
  async read(patience: number): Promise<ReadOutcome> {
    if (this.#reader === undefined) return 'ended';
    this.#pending ??= this.#reader.read();
    const idle = new Promise<undefined>((resolve) => {
      this.#onIdle = resolve;
    });
    this.#stall.arm(patience);
    try {
      const chunk = await Promise.race([this.#pending, idle]);
      if (chunk === undefined) return 'idle';
      this.#pending = undefined;
      if (chunk.done) return 'ended';
      this.#hasBytes = true;
      this.#handlers.onBytes(chunk.value);
      return 'data';
    } catch (cause) {
      throw this.#handlers.onCut(cause);
    } finally {
      this.#stall.disarm();
    }
  }

  /** Frees the socket; cancelling also settles a read that is pending, whatever the network does. */
  release(): void {
    this.#stall.clear();
    this.#reader?.cancel().catch(() => {});
    this.#open.release();
  }
}
