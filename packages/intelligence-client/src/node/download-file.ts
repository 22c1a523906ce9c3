import { APIError } from '../errors/api-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { RequestAbortedError } from '../errors/request-aborted-error.ts';
import { ResponseValidationError } from '../errors/response-validation-error.ts';
import { StreamIdleError } from '../errors/stream-idle-error.ts';
import { backoffDelay } from '../transport/backoff.ts';
import type { OpenResponse, Transport } from '../transport/types.ts';
import { checkDownloadURL } from '../transport/url.ts';
import { wait } from '../transport/wait.ts';
import { readBody } from './download-body.ts';
import type { PartialFile } from './partial-file.ts';

export interface DownloadOptions {
  signal: AbortSignal | undefined;
  /** Milliseconds without a byte after which a transfer counts as dead. Default 45,000. Source: design 4. */
  idleTimeout: number | undefined;
  onProgress: ((bytes: number, total: number | undefined) => void) | undefined;
}

/** Cuts in a row that may bring nothing new. */
const MAX_IDLE_TRIES = 4;

/**
 * Fetches a URL into a file; after a cut it goes on where it was, when the server can tell that the file is the same.
 *
 * @throws {APIError} for an error status. @throws {ResponseValidationError} for a web page. @throws {ConnectionError} or {StreamIdleError} when it is cut again and again.
 */
export async function downloadInto(
  file: PartialFile,
  url: string,
  transport: Transport,
  { signal, idleTimeout = 45_000, onProgress }: DownloadOptions,
): Promise<void> {
  const name = nameOf(url);
  let entityTag: string | undefined;
  let furthest = 0;
  for (let tries = 0; ; tries += 1) {
    const open = await openBehind(file.size, entityTag, url, transport, signal);
    try {
      refuseWebPage(name, open);
      if (!continues(open.response, file.size, entityTag)) {
        await file.restart();
        entityTag = strongTag(open.response.headers);
        if (open.response.status === 206) throw otherPart(name, open);
      }
      const total = totalOf(open.response);
      for await (const chunk of readBody(open, name, idleTimeout)) {
        await file.write(chunk);
        onProgress?.(file.size, total);
      }
      if (total === undefined || file.size === total) return;
      throw new ConnectionError(`${name} ended after ${file.size} of ${total} bytes`, {
        retryable: true,
      });
    } catch (error) {
      if (file.size > furthest) tries = 0;
      furthest = Math.max(furthest, file.size);
      const wasCut = error instanceof ConnectionError || error instanceof StreamIdleError;
      if (!wasCut || tries >= MAX_IDLE_TRIES) throw error;
    } finally {
      open.release();
    }
    await wait(backoffDelay(tries, undefined), signal, (cause) => aborted(name, cause));
  }
}

/** RFC 9110, sections 13.1.5 and 14.2: the rest of the file, or the whole one when it has changed. */
async function openBehind(
  offset: number,
  entityTag: string | undefined,
  url: string,
  transport: Transport,
  signal: AbortSignal | undefined,
): Promise<OpenResponse> {
  // A position in a compressed body would not be one in the file.
  const headers = { 'accept-encoding': 'identity' };
  if (entityTag === undefined || offset === 0) return await transport.openURL(url, { signal, headers });
  try {
    const range = { range: `bytes=${offset}-`, 'if-range': entityTag };
    return await transport.openURL(url, { signal, headers: { ...headers, ...range } });
  } catch (error) {
    // 416: there is nothing behind the offset, so what is here is not a beginning of that file.
    if (!(error instanceof APIError) || error.status !== 416) throw error;
    return await transport.openURL(url, { signal, headers });
  }
}

/** RFC 9110, section 14.4. */
const CONTENT_RANGE = /^bytes (\d+)-\d+\/(\d+|\*)$/;

/** Whether a body is the rest of the very file that was begun. Some servers ignore `If-Range`, or the start asked for. */
function continues({ status, headers }: Response, offset: number, entityTag: string | undefined): boolean {
  if (status !== 206 || offset === 0 || entityTag === undefined) return false;
  const start = CONTENT_RANGE.exec(headers.get('content-range') ?? '')?.[1];
  const isSame = (headers.get('etag') ?? entityTag) === entityTag;
  return start === String(offset) && isSame && !headers.has('content-encoding');
}

/** Bytes of the whole file. A part may be shorter than the rest, and a compressed body says how long it is as it travels. */
function totalOf({ status, headers }: Response): number | undefined {
  const whole = headers.has('content-encoding') ? null : headers.get('content-length');
  const total = status === 206 ? CONTENT_RANGE.exec(headers.get('content-range') ?? '')?.[2] : whole;
  return total == null || total === '*' ? undefined : Number(total);
}

/** A weak tag does not promise the same bytes (RFC 9110, section 8.8.1). */
function strongTag(headers: Headers): string | undefined {
  const tag = headers.get('etag');
  return tag?.startsWith('"') && !headers.has('content-encoding') ? tag : undefined;
}

/** No artifact is a web page: what a proxy or a login in between shows must not be saved under the artifact's name. */
function refuseWebPage(name: string, { response, requestId, attempts }: OpenResponse): void {
  if (!/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) return;
  throw new ResponseValidationError(`${name} answered with a web page instead of a file`, {
    requestId,
    attempts,
    hint: 'A proxy may stand in between, or the address has expired: read the record again for a fresh one.',
  });
}

function otherPart(name: string, { requestId }: OpenResponse): ConnectionError {
  return new ConnectionError(`${name} answered with another part of the file than was asked for`, {
    retryable: true,
    requestId,
  });
}

function aborted(name: string, cause: unknown): RequestAbortedError {
  return new RequestAbortedError(`The download of ${name} was aborted by its signal`, { cause });
}

/** Without the query: that is where a presigned URL holds its permission. */
function nameOf(url: string): string {
  const { origin, pathname } = new URL(checkDownloadURL(url));
  return origin + pathname;
}
