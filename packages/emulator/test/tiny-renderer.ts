import type { MediaRequest, RenderedMedia, Renderer } from '../src/index.ts';

const TYPES = {
  image: ['image/png', 'png'],
  video: ['video/mp4', 'mp4'],
  audio: ['audio/wav', 'wav'],
  model: ['model/gltf-binary', 'glb'],
} as const;

/** A renderer that writes down what it was asked for, instead of drawing it. */
export function tinyRenderer(): Renderer & { requests: MediaRequest[] } {
  const requests: MediaRequest[] = [];
  return {
    requests,
    async render(request): Promise<RenderedMedia> {
      requests.push(request);
      const [mimeType, extension] = TYPES[request.kind];
      const bytes = new TextEncoder().encode(JSON.stringify(request));
      const { width, height, durationSeconds } = {
        width: undefined,
        height: undefined,
        durationSeconds: undefined,
        ...request,
      };
      return {
        bytes,
        mimeType,
        extension,
        sizeBytes: bytes.length,
        ...(width === undefined ? {} : { width }),
        ...(height === undefined ? {} : { height }),
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
      };
    },
    async close() {},
  };
}
