import type { SogniError } from '../errors/sogni-error.ts';

/** A request about to be sent. Headers are those the SDK and the caller set, without the credential. */
export interface RequestEvent {
  /** HTTP method. */
  method: string;
  /** Full URL, credentials blanked. */
  url: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** The same for every attempt of a call; undefined when it is sent without one. */
  idempotencyKey: string | undefined;
  /** By lowercase name. */
  headers: Record<string, string>;
}

/** The headers of a response have arrived, whatever its status. */
export interface ResponseEvent {
  /** HTTP method. */
  method: string;
  /** Full URL, credentials blanked. */
  url: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** HTTP status. */
  status: number;
  /** `X-Request-Id` of the response, where it has one. */
  requestId: string | undefined;
  /** Milliseconds from sending to the headers. */
  durationMs: number;
}

/** An attempt failed, and another one follows. */
export interface RetryEvent {
  /** HTTP method. */
  method: string;
  /** Full URL, credentials blanked. */
  url: string;
  /** The attempt that failed. */
  attempt: number;
  /** Milliseconds until the next attempt. */
  delayMs: number;
  /** Why the attempt failed. */
  error: SogniError;
}

/** A stream lost its connection, and will connect again. */
export interface ReconnectEvent {
  /** What is streamed, such as `workflow wf_1`. */
  subject: string;
  /** 1 for the first try since an event arrived. */
  attempt: number;
  /** Milliseconds until the next connection. */
  delayMs: number;
  /** Last sequence handed to the consumer; the new connection continues behind it. */
  cursor: number | undefined;
  /** Why the last connection or try ended, where there is a reason. */
  error: SogniError | undefined;
}

/** Callbacks for tracing. One that throws is reported to the logger and otherwise ignored. */
export interface Hooks {
  /** Before every attempt. */
  onRequest?(event: RequestEvent): void;
  /** When the headers of a response have arrived. */
  onResponse?(event: ResponseEvent): void;
  /** Before the wait for another attempt. */
  onRetry?(event: RetryEvent): void;
  /** Before the wait for another connection of a stream. */
  onReconnect?(event: ReconnectEvent): void;
}
