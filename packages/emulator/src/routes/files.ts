import { ApiError } from '../http/api-error.ts';
import type { RouteTable } from '../http/app.ts';
import type { Emulation, RequestContext } from '../http/environment.ts';
import { parseRange } from '../http/range.ts';
import { fileName } from '../store/media.ts';

/** Finished artifacts. Their URLs stand for presigned ones, so no credential is asked for. Source: rest-api 17.7. */
export function fileRoutes(emulation: Emulation): RouteTable {
  return { '/_media/out/:name': { GET: (c) => serve(c, emulation) } };
}

async function serve(c: RequestContext, { store }: Emulation): Promise<Response> {
  const name = c.req.param('name') ?? '';
  const media = store.media.find(name.split('.')[0] ?? '');
  if (!media || fileName(media) !== name || !store.files.has(name))
    throw new ApiError(404, `There is no file ${name}; read the workflow for its artifacts`);
  const etag = `"${media.hash}"`;
  c.header('etag', etag);
  c.header('accept-ranges', 'bytes');
  c.header('cache-control', 'private, max-age=3600');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  const size = media.sizeBytes;
  const ifRange = c.req.header('if-range');
  const range =
    ifRange === undefined || ifRange === etag ? parseRange(c.req.header('range'), size) : undefined;
  if (range === 'unsatisfiable') {
    c.header('content-range', `bytes */${size}`);
    throw new ApiError(416, `The file has ${size} bytes; ask for a range inside it`);
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  c.header('content-type', media.mimeType);
  c.header('content-length', String(end - start + 1));
  if (range) c.header('content-range', `bytes ${start}-${end}/${size}`);
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD' || size === 0) return c.body(null, status);
  return c.body(await store.files.stream(name, start, end), status);
}
