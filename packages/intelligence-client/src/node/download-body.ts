import { ConnectionError } from '../errors/connection-error.ts';
import { isSogniError } from '../errors/sogni-error.ts';
import { StreamIdleError } from '../errors/stream-idle-error.ts';
import type { OpenResponse } from '../transport/types.ts';

/**
 * The chunks of an open body. `name` is for messages.
 *
 * @throws {StreamIdleError} when nothing arrives for `idleTimeout` milliseconds. @throws {ConnectionError} when it is cut.
 */
export async function* readBody(
  { response, requestId }: OpenResponse,
  name: string,
  idleTimeout: number,
): AsyncGenerator<Uint8Array, void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const facts = { retryable: true, requestId };
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const idle = new Promise<never>((_, reject) => {
      const error = () => new StreamIdleError(`${name} sent nothing for ${idleTimeout} ms`, facts);
      timer = setTimeout(() => reject(error()), idleTimeout);
    });
    const chunk = await Promise.race([reader.read(), idle])
      .catch((cause: unknown) => {
        if (isSogniError(cause)) throw cause;
        throw new ConnectionError(`The download of ${name} was cut`, { ...facts, cause });
      })
      .finally(() => clearTimeout(timer));
    if (chunk.done) return;
    yield chunk.value;
  }
}
