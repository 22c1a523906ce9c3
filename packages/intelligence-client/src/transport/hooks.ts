import type { SogniError } from '../errors/sogni-error.ts';

/** A request about to be sent. Headers are those the SDK and the caller set, without the credential. */
export interface RequestEvent {
  method: string;
  url: string;
  /** 1 for the first attempt. */
  attempt: number;
  idempotencyKey: string | undefined;
  headers: Record<string, string>;
}

export interface ResponseEvent {
  method: string;
  url: string;
  attempt: number;
  status: number;
  requestId: string | undefined;
  /** Milliseconds from sending to the headers. */
  durationMs: number;
}

export interface RetryEvent {
  method: string;
  url: string;
  /** The attempt that failed. */
  attempt: number;
  delayMs: number;
  error: SogniError;
}

export interface ReconnectEvent {
  /** What is streamed, such as `workflow wf_1`. */
  subject: string;
  attempt: number;
  delayMs: number;
  /** Last sequence handed to the consumer; the new connection continues behind it. */
  cursor: number | undefined;
  error: SogniError | undefined;
}

/** Callbacks for tracing. One that throws is reported to the logger and otherwise ignored. */
export interface Hooks {
  onRequest?(event: RequestEvent): void;
  onResponse?(event: ResponseEvent): void;
  onRetry?(event: RetryEvent): void;
  onReconnect?(event: ReconnectEvent): void;
}
