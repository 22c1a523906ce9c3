import { ConnectionError } from '../errors/connection-error.ts';
import { isSogniError } from '../errors/sogni-error.ts';
import { StreamIdleError } from '../errors/stream-idle-error.ts';
import { backoffDelay } from '../transport/backoff.ts';
import type { OpenResponse, Transport } from '../transport/types.ts';
import { wait } from '../transport/wait.ts';
import type { PartialFile } from './partial-file.ts';

export interface DownloadOptions {
  signal: AbortSignal | undefined;
  onProgress: ((bytes: number, total: number | undefined) => void) | undefined;
}

/** Milliseconds without a byte after which a transfer counts as dead. Source: design 4. */
const IDLE_TIMEOUT = 45_000;

/** Tries in a row that may bring nothing new. */
const MAX_IDLE_TRIES = 4;

/** Fetches a URL into a file; after a cut it goes on where it was, when the server can tell that the file is the same. */
export async function downloadInto(
  file: PartialFile,
  url: string,
  transport: Transport,
  options: DownloadOptions,
): Promise<void> {
  let entityTag: string | undefined;
  for (let tries = 0; ; tries += 1) {
    const before = file.size;
    try {
      const headers = entityTag && before > 0 ? { range: `bytes=${before}-`, 'if-range': entityTag } : {};
      const open = await transport.openURL(url, { signal: options.signal, headers });
      if (open.response.status !== 206) await file.restart();
      const tag = open.response.headers.get('etag');
      entityTag = tag?.startsWith('"') ? tag : undefined;
      await copy(open, file, options);
      return;
    } catch (error) {
      if (file.size > before) tries = 0;
      if (!(error instanceof ConnectionError || error instanceof StreamIdleError) || tries >= MAX_IDLE_TRIES)
        throw error;
      await wait(backoffDelay(tries, undefined), options.signal, () => error);
    }
  }
}

async function copy(
  { response, release, requestId }: OpenResponse,
  file: PartialFile,
  options: DownloadOptions,
): Promise<void> {
  const { pathname, origin } = new URL(response.url || 'http://unknown');
  const remaining = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = Number.isNaN(remaining) ? undefined : file.size + remaining;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new StreamIdleError(`${origin}${pathname} sent nothing for ${IDLE_TIMEOUT} ms`, {
          retryable: true,
          requestId,
        }),
      );
    }, IDLE_TIMEOUT);
  });
  idle.catch(() => {});
  try {
    const reader = response.body?.getReader();
    while (reader) {
      const chunk = await Promise.race([reader.read(), idle]);
      if (chunk.done) break;
      timer?.refresh();
      await file.write(chunk.value);
      options.onProgress?.(file.size, total);
    }
  } catch (cause) {
    if (isSogniError(cause)) throw cause;
    throw new ConnectionError(`The download of ${origin}${pathname} was cut after ${file.size} bytes`, {
      cause,
      retryable: true,
      requestId,
    });
  } finally {
    clearTimeout(timer);
    release();
  }
  if (total !== undefined && !response.headers.has('content-encoding') && file.size !== total) {
    throw new ConnectionError(`${origin}${pathname} ended after ${file.size} of ${total} bytes`, {
      retryable: true,
      requestId,
    });
  }
}
