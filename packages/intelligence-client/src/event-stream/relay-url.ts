import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { apiFailure } from '../transport/api-failure.ts';
import { BodyTooLargeError, readText } from '../transport/body.ts';
import { createDeadline, type Deadline } from '../transport/deadline.ts';
import { isBrowser } from '../transport/environment.ts';
import { abortFailure, type CallContext, connectionFailure, timeoutFailure } from '../transport/failure.ts';
import type { OpenBody } from './connection.ts';
import { isEventStream } from './sse-content-type.ts';
import type { ReadEventStreamOptions } from './types.ts';

/** Largest error body that is read, in bytes. */
const MAX_ERROR_BYTES = 64 * 1024;

/** @throws {InvalidRequestError} when it is no address; a relative one needs a page to be relative to. */
export function relayURL(source: string | URL): URL {
  const base = (globalThis as { location?: { href?: string } }).location?.href;
  try {
    return new URL(source, base);
  } catch (cause) {
    throw new InvalidRequestError(`readEventStream needs a URL or a Response, not "${String(source)}"`, {
      cause,
    });
  }
}

/** Opens a relay behind a cursor, or rejects with the `SogniError` that says why not. */
export async function openRelay(
  relay: URL,
  cursor: number | undefined,
  signal: AbortSignal,
  options: ReadEventStreamOptions,
): Promise<OpenBody> {
  const url = new URL(relay);
  if (cursor !== undefined) url.searchParams.set('after', String(cursor));
  const headers: Record<string, string> = { accept: 'text/event-stream', ...options.headers };
  // A header of its own would cost browsers a preflight that the relay's route may not answer.
  if (cursor !== undefined && !isBrowser()) headers['last-event-id'] = String(cursor);

  const call: CallContext = {
    method: 'GET',
    target: url.origin + url.pathname,
    subject: undefined,
    retry: 'idempotent',
    attempt: 1,
    idempotencyKey: undefined,
  };
  const timeout = options.headerTimeout ?? 60_000;
  const deadline = createDeadline({
    signal,
    timeout,
    onAbort: (reason) => abortFailure(reason, call),
    onTimeout: () => timeoutFailure(timeout, call),
  });
  try {
    const fetchURL = options.fetch ?? globalThis.fetch;
    const response = await deadline.race(fetchURL(url, { headers, signal: deadline.signal }));
    const opened = await checkRelay(response, call, deadline);
    deadline.stopClock();
    return { ...opened, release: () => deadline.release() };
  } catch (error) {
    deadline.release();
    throw connectionFailure(error, call);
  }
}

/** Refuses a response that is no event stream. */
export async function checkRelay(
  response: Response,
  call: CallContext,
  deadline?: Pick<Deadline, 'race'>,
): Promise<Pick<OpenBody, 'response' | 'requestId'>> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (!response.ok) {
    const reading = readText(response, MAX_ERROR_BYTES).catch((error: unknown) => {
      if (error instanceof BodyTooLargeError) return '';
      throw error;
    });
    const { status, statusText } = response;
    const text = await (deadline?.race(reading) ?? reading);
    const retryAfter = response.headers.get('retry-after');
    const headers = Object.fromEntries(response.headers);
    throw apiFailure({ status, statusText, headers, retryAfter, text }, { ...call, requestId });
  }
  if (isEventStream(response)) return { response, requestId };
  const type = response.headers.get('content-type') ?? 'no content type';
  throw new ResponseValidationError(`${call.target} answered with ${type}, not with an event stream`, {
    requestId,
    attempts: call.attempt,
    hint: 'The route must return stream.toReadableStream() with stream.headers.',
  });
}
