import { type Checks, checkEach } from '../transport/check-each.ts';
import { COUNT, FUNCTION, HEADERS, MILLISECONDS, SIGNAL } from '../transport/option-checks.ts';
import type { ReadEventStreamOptions, StreamOptions } from './types.ts';

const READING = {
  after: COUNT,
  signal: SIGNAL,
  idleTimeout: MILLISECONDS,
  maxEventBytes: COUNT,
  reconnect: { minDelay: COUNT, maxDelay: COUNT, maxAttempts: COUNT },
  onGap: FUNCTION,
  headerTimeout: MILLISECONDS,
} satisfies Checks;

const STREAM: Record<keyof StreamOptions, Checks[string]> = {
  ...READING,
  polling: { minInterval: COUNT, maxInterval: COUNT },
};

const RELAY: Record<keyof ReadEventStreamOptions, Checks[string]> = {
  ...READING,
  fetch: FUNCTION,
  headers: HEADERS,
};

/** @throws {InvalidRequestError} naming every option that is unknown or wrong. */
export function checkStreamOptions(options: StreamOptions): void {
  checkEach('stream', options, STREAM);
}

/** @throws {InvalidRequestError} naming every option that is unknown or wrong. */
export function checkRelayOptions(options: ReadEventStreamOptions): void {
  checkEach('stream', options, RELAY);
}
