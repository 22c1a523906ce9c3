import { ConnectionError } from '../errors/connection-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { isSogniError, SogniError, type SogniErrorOptions } from '../errors/sogni-error.ts';
import { StreamIdleError } from '../errors/stream-idle-error.ts';

/** Whatever was thrown, as an error of this SDK. */
export function asSogniError(error: unknown, subject: string): SogniError {
  if (isSogniError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new SogniError('stream', `Reading the events of ${subject} failed unexpectedly: ${message}`, {
    cause: error,
  });
}

/** A frame that is not JSON: the connection is damaged, the log behind it is not. */
export function damagedFrame(subject: string, requestId: string | undefined, cause: unknown): SogniError {
  return new ResponseValidationError(
    `An event of ${subject} arrived as malformed JSON`,
    lost(requestId, cause),
  );
}

export function idleConnection(
  subject: string,
  idleTimeout: number,
  requestId: string | undefined,
): SogniError {
  return new StreamIdleError(
    `The event stream of ${subject} was silent for ${idleTimeout} ms`,
    lost(requestId),
  );
}

/** A body that was over before the stream was: cleanly, or cut with a `cause`. */
export function endedEarly(subject: string, requestId: string | undefined, cause?: unknown): SogniError {
  return new ConnectionError(
    `The event stream of ${subject} ${cause === undefined ? 'ended early' : 'was cut'}`,
    lost(requestId, cause),
  );
}

/** What is known about a connection that is lost while the stream goes on. */
function lost(requestId: string | undefined, cause?: unknown): SogniErrorOptions {
  return { retryable: true, attempts: 1, requestId, cause };
}

/** Completes the last error of a row of failed tries with what the caller needs to go on. */
export function gaveUp(
  error: SogniError,
  subject: string,
  tries: number,
  cursor: number | undefined,
): SogniError {
  const where =
    cursor === undefined ? 'No event was seen yet; stream it again' : `Stream it again with after: ${cursor}`;
  const count = tries > 1 ? `after ${tries} tries in a row without a new event` : 'without another try';
  error.attempts = Math.max(1, tries);
  error.message += `. Gave up on ${subject} ${count}. ${where}; nothing is lost.`;
  return error;
}
