import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReplay } from '../../fixtures/replay-server.ts';
import { createTransport } from '../transport/transport.ts';
import type { Transport } from '../transport/types.ts';

interface FileRequest {
  range: string | undefined;
  ifRange: string | undefined;
}

/** How the server answers one request for its file; `number` counts from 1. */
export type ServeFile = (exchange: {
  number: number;
  request: IncomingMessage;
  response: ServerResponse;
  file: Buffer;
  /** Answers as a good server does: the whole file, or what is asked for while its tag is the one given. */
  serve: (options?: { tag?: string; cutAfter?: number }) => void;
}) => void;

export interface FileServer extends AsyncDisposable {
  url: string;
  transport: Transport;
  requests: FileRequest[];
  file: Buffer;
}

/** A storage server with one file of random bytes at `/file.png`. */
export async function serveFile(
  size: number,
  answer: ServeFile = ({ serve }) => serve(),
): Promise<FileServer> {
  const file = randomBytes(size);
  const requests: FileRequest[] = [];
  const server = await startReplay({
    'GET /file.png': (request, response) => {
      const { range, 'if-range': ifRange } = request.headers;
      requests.push({ range, ifRange: ifRange as string | undefined });
      const serve = ({ tag = tagOf(file), cutAfter = Number.POSITIVE_INFINITY } = {}) =>
        sendRange(response, file, { tag, cutAfter, range, ifRange: ifRange as string | undefined });
      answer({ number: requests.length, request, response, file, serve });
    },
  });
  return {
    url: `${server.url}/file.png`,
    transport: createTransport(server.clientOptions),
    requests,
    file,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function sendRange(
  response: ServerResponse,
  file: Buffer,
  { tag, cutAfter, range, ifRange }: FileRequest & { tag: string; cutAfter: number },
): void {
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const isRest = start > 0 && ifRange === tag;
  const body = isRest ? file.subarray(start) : file;
  response.writeHead(isRest ? 206 : 200, {
    etag: tag,
    'content-length': body.byteLength,
    ...(isRest && { 'content-range': `bytes ${start}-${file.byteLength - 1}/${file.byteLength}` }),
  });
  if (cutAfter >= body.byteLength) response.end(body);
  else response.write(body.subarray(0, cutAfter), () => setTimeout(() => response.destroy(), 20));
}

export function tagOf(file: Buffer): string {
  return `"${createHash('sha256').update(file).digest('hex').slice(0, 16)}"`;
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<
  AsyncDisposable & { path: string; names(): Promise<string[]> }
> {
  const path = await mkdtemp(join(tmpdir(), 'sogni-save-'));
  return {
    path,
    names: async () => (await readdir(path)).sort(),
    [Symbol.asyncDispose]: async () => await rm(path, { recursive: true, force: true }),
  };
}
