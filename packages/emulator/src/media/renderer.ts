import { createEncodingProcess, workerLocation } from './encoding-process.ts';
import { createFfmpeg } from './ffmpeg.ts';
import type { MediaRequest, RenderedMedia, Renderer } from './media-request.ts';
import { checkRequest } from './request-limits.ts';
import { renderWithFfmpeg } from './with-ffmpeg.ts';

/** Settings of `createRenderer`. */
export interface RendererOptions {
  /** The ffmpeg program; default: `ffmpeg` on the `PATH`, where it is there. False: never run ffmpeg. */
  ffmpegPath?: string | false;
}

/**
 * Creates a renderer of placeholder media: real PNG, JPEG, MP4, WAV and glTF files that show what was asked for.
 *
 * Nothing starts before the first render. Encoding runs in one process of its own, which does not keep this one
 * alive while it is idle.
 *
 * @example
 * const renderer = createRenderer();
 * const media = await renderer.render({
 *   kind: 'image', format: 'png', width: 1024, height: 1024, prompt: 'A lighthouse at dusk', seed: 42,
 * });
 * await renderer.close();
 */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const worker = createEncodingProcess(workerLocation());
  const closing = new AbortController();
  const ffmpeg = createFfmpeg(options.ffmpegPath ?? 'ffmpeg', closing.signal);
  let last: Promise<unknown> = Promise.resolve();

  const refuseWhenClosed = (): void => {
    if (closing.signal.aborted) throw new Error('The renderer is closed; create a new one to render.');
  };

  const renderPlainly = async (request: MediaRequest): Promise<RenderedMedia> => {
    refuseWhenClosed();
    return worker.run(request);
  };

  return {
    async render(request) {
      refuseWhenClosed();
      checkRequest(request);
      const result = last.then(() => renderWithFfmpeg(request, renderPlainly, ffmpeg));
      // The next render waits for this one, however it ends.
      last = result.catch(() => {});
      return result;
    },
    async close() {
      closing.abort();
      await worker.stop();
      await last;
    },
  };
}
