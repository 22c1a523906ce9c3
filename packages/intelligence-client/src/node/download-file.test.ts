import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { type FileServer, type ServeFile, serveFile, tagOf, temporaryFolder } from './file-server.testkit.ts';
import { type SaveOptions, saveArtifact } from './save-artifacts.ts';

interface Download {
  server: FileServer;
  error: unknown;
  /** What stands under the final name. */
  saved: Buffer | undefined;
  /** Everything in the folder. */
  names: string[];
}

/** Saves the file of a server as `out.png` in an empty folder. */
async function download(
  size: number,
  answer?: ServeFile,
  options: Partial<SaveOptions> = {},
): Promise<Download> {
  await using server = await serveFile(size, answer);
  await using folder = await temporaryFolder();
  const to = join(folder.path, 'out.png');
  const onProgress: SaveOptions['onProgress'] = (progress) => {
    options.onProgress?.(progress);
    server.received(progress.bytes);
  };
  const error = await saveArtifact(
    server.transport,
    { url: server.url },
    { ...options, to, onProgress },
  ).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const saved = await readFile(to).catch(() => undefined);
  return { server, error, saved, names: await folder.names() };
}

const SIZE = 300_000;

// No jitter, so that the next try comes at once.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

test('a file arrives byte for byte, asked for without compression and without the credential', async () => {
  let headers: unknown;
  const { saved, server, names } = await download(SIZE, ({ request, serve }) => {
    headers = request.headers;
    serve();
  });
  expect(saved?.equals(server.file)).toBe(true);
  expect(names).toEqual(['out.png']);
  expect(headers).toMatchObject({ 'accept-encoding': 'identity' });
  expect(headers).not.toHaveProperty('authorization');
});

test('a cut download goes on behind the bytes that are there', async () => {
  const { saved, server, error } = await download(SIZE, ({ number, serve }) =>
    serve(number <= 2 ? { cutAfter: 100_000 } : {}),
  );
  expect(error).toBeUndefined();
  expect(saved?.equals(server.file)).toBe(true);
  expect(server.requests).toHaveLength(3);
  expect(server.requests.map(({ range }) => range)).toEqual([undefined, 'bytes=100000-', 'bytes=200000-']);
  for (const { ifRange } of server.requests.slice(1)) {
    expect(ifRange).toBe(tagOf(server.file));
  }
});

test('a file that changed meanwhile is fetched from its beginning', async () => {
  const other = Buffer.alloc(SIZE / 2, 'x');
  const { saved, server } = await download(SIZE, ({ number, serve, response }) => {
    if (number === 1) serve({ cutAfter: 200_000, tag: '"old"' });
    else response.writeHead(200, { etag: '"new"', 'content-length': other.byteLength }).end(other);
  });
  expect(server.requests[1]?.ifRange).toBe('"old"');
  expect(saved?.equals(other)).toBe(true);
});

test('the rest of another file is not appended, whatever the server thinks of If-Range', async () => {
  const { saved, server } = await download(SIZE, ({ number, request, serve, response }) => {
    if (number !== 2) return serve(number === 1 ? { cutAfter: 100_000 } : { tag: '"other"' });
    const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
    const headers = { etag: '"other"', 'content-range': `bytes ${start}-${SIZE - 1}/${SIZE}` };
    response.writeHead(206, headers).end(Buffer.alloc(SIZE - start));
  });
  expect(server.requests[1]?.range).toBeDefined();
  expect(server.requests[2]?.range).toBeUndefined();
  expect(saved?.equals(server.file)).toBe(true);
});

test('a part that begins elsewhere is not appended', async () => {
  const { saved, server } = await download(SIZE, ({ number, serve, response, file }) => {
    if (number !== 2) return serve(number === 1 ? { cutAfter: 100_000 } : {});
    response
      .writeHead(206, { etag: tagOf(file), 'content-range': `bytes 0-9/${SIZE}` })
      .end(file.subarray(0, 10));
  });
  expect(saved?.equals(server.file)).toBe(true);
});

test('a part that ends before the file does is followed by the next one', async () => {
  const { saved, server } = await download(SIZE, ({ number, request, serve, response, file }) => {
    if (number !== 2) return serve(number === 1 ? { cutAfter: 100_000 } : {});
    const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
    const headers = { etag: tagOf(file), 'content-range': `bytes ${start}-${start + 9}/${SIZE}` };
    response.writeHead(206, headers).end(file.subarray(start, start + 10));
  });
  expect(server.requests[2]?.range).toBe('bytes=100010-');
  expect(saved?.equals(server.file)).toBe(true);
});

test('a part that nobody asked for is not taken for the file', async () => {
  const { saved, server } = await download(SIZE, ({ number, serve, response, file }) => {
    if (number > 1) return serve();
    response
      .writeHead(206, { etag: tagOf(file), 'content-range': `bytes 0-9/${SIZE}` })
      .end(file.subarray(0, 10));
  });
  expect(server.requests).toHaveLength(2);
  expect(saved?.equals(server.file)).toBe(true);
});

test('a file that shrank meanwhile is fetched from its beginning', async () => {
  const other = Buffer.alloc(10, 'x');
  const { saved, server } = await download(SIZE, ({ number, request, serve, response }) => {
    if (number === 1) serve({ cutAfter: 100_000 });
    else if (request.headers.range !== undefined) response.writeHead(416).end();
    else response.writeHead(200, { 'content-length': 10 }).end(other);
  });
  expect(saved?.equals(other)).toBe(true);
  expect(server.requests).toHaveLength(3);
});

test.each([undefined, 'W/"weak"'])('without a strong tag (%s) a cut download begins again', async (etag) => {
  const { saved, server } = await download(SIZE, ({ number, response, file, cutAt }) => {
    response.writeHead(200, { 'content-length': SIZE, ...(etag !== undefined && { etag }) });
    if (number === 2) response.end(file);
    else response.write(file.subarray(0, 100_000));
    if (number === 1) cutAt(100_000);
  });
  expect(server.requests[1]).toEqual({ range: undefined, ifRange: undefined });
  expect(saved?.equals(server.file)).toBe(true);
});

test('a compressed body is unpacked, and a cut one begins again', async () => {
  const { saved, server } = await download(SIZE, ({ number, response, file, cutAt }) => {
    const packed = gzipSync(file);
    response.writeHead(200, {
      etag: '"packed"',
      'content-encoding': 'gzip',
      'content-length': packed.byteLength,
    });
    if (number === 2) response.end(packed);
    else response.write(packed.subarray(0, 100_000));
    if (number === 1) cutAt(1);
  });
  expect(server.requests[1]?.range).toBeUndefined();
  expect(saved?.equals(server.file)).toBe(true);
});

test('a body of unknown length is saved as it comes', async () => {
  const totals = new Set<number | undefined>();
  const { saved, server } = await download(
    SIZE,
    ({ response, file }) => {
      response.write(file.subarray(0, 1000));
      response.end(file.subarray(1000));
    },
    { onProgress: ({ totalBytes }) => totals.add(totalBytes) },
  );
  expect(saved?.equals(server.file)).toBe(true);
  expect([...totals]).toEqual([undefined]);
});

test('progress counts up to the total, over a cut too', async () => {
  const seen: number[] = [];
  const totals = new Set<number | undefined>();
  await download(SIZE, ({ number, serve }) => serve(number === 1 ? { cutAfter: 100_000 } : {}), {
    onProgress({ bytes, totalBytes }) {
      seen.push(bytes);
      totals.add(totalBytes);
    },
  });
  expect(seen.at(-1)).toBe(SIZE);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect([...totals]).toEqual([SIZE]);
});
