import { createHash } from 'node:crypto';
import type { MediaRequest, Renderer } from '../media/media-request.ts';
import { fileName, type MediaDetail, type StoredMedia } from '../store/media.ts';
import type { Store } from '../store/store.ts';

/** Turns requests into stored files. */
export interface Renders {
  render(request: MediaRequest): Promise<StoredMedia>;
  /** Stores a text or a JSON document as a file. */
  write(text: string, kind: 'text' | 'json'): Promise<StoredMedia>;
  close(): Promise<void>;
}

/**
 * Renders each request once: the file is named after what was asked for, and a file that is there is used again. The
 * caller lists the file in the transaction that uses it.
 *
 * @param makeRenderer called on the first request, so that a server without work starts no worker.
 */
export function createRenders(
  store: Pick<Store, 'media' | 'files'>,
  makeRenderer: () => Promise<Renderer>,
): Renders {
  const inTheMaking = new Map<string, Promise<StoredMedia>>();
  let renderer: Promise<Renderer> | undefined;

  const once = (hash: string, make: () => Promise<StoredMedia>): Promise<StoredMedia> => {
    const listed = store.media.find(hash);
    if (listed && store.files.has(fileName(listed))) return Promise.resolve(listed);
    const present = inTheMaking.get(hash);
    if (present) return present;
    const made = make().finally(() => inTheMaking.delete(hash));
    inTheMaking.set(hash, made);
    return made;
  };

  return {
    render(request) {
      const hash = hashOf(JSON.stringify(request));
      return once(hash, async () => {
        renderer ??= makeRenderer();
        const { bytes, mimeType, extension, width, height, durationSeconds } = await (await renderer).render(
          request,
        );
        const detail: MediaDetail = {
          kind: request.kind,
          ...(width === undefined ? {} : { width }),
          ...(height === undefined ? {} : { height }),
          ...(durationSeconds === undefined ? {} : { durationSeconds }),
        };
        await store.files.write(fileName({ hash, extension }), bytes);
        return { hash, extension, mimeType, sizeBytes: bytes.byteLength, detail };
      });
    },
    write(text, kind) {
      const hash = hashOf(`${kind}\n${text}`);
      return once(hash, async () => {
        const [extension, mimeType] =
          kind === 'json' ? ['json', 'application/json'] : ['txt', 'text/plain; charset=utf-8'];
        const bytes = Buffer.from(text, 'utf8');
        await store.files.write(fileName({ hash, extension }), bytes);
        return { hash, extension, mimeType, sizeBytes: bytes.byteLength, detail: { kind } };
      });
    },
    async close() {
      await (await renderer)?.close();
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
