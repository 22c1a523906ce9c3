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
  /** Cuts the connection as soon as the client holds that many bytes; cut earlier, it would lose what it has not read. */
  cutAt: (bytes: number) => void;
}) => void;

export interface FileServer extends AsyncDisposable {
  url: string;
  transport: Transport;
  requests: FileRequest[];
  file: Buffer;
  /** To be told how many bytes the client holds. */
  received: (bytes: number) => void;
}

/** A storage server with one file of random bytes at `/file.png`. */
export async function serveFile(
  size: number,
  answer: ServeFile = ({ serve }) => serve(),
): Promise<FileServer> {
  const file = randomBytes(size);
  const requests: FileRequest[] = [];
  let received = (_: number) => {};
  const server = await startReplay({
    'GET /file.png': (request, response) => {
      const { range } = request.headers;
      const ifRange = request.headersDistinct['if-range']?.[0];
      received = () => {};
      requests.push({ range, ifRange });
      const offset = Number(/\d+/.exec(range ?? '')?.[0] ?? 0);
      const cutAt = (limit: number) => {
        received = (bytes) => {
          if (bytes >= limit) response.destroy();
        };
      };
      const serve = ({ tag = tagOf(file), cutAfter = size } = {}) => {
        const isRest = offset > 0 && ifRange === tag;
        const body = isRest ? file.subarray(offset) : file;
        response.writeHead(isRest ? 206 : 200, {
          etag: tag,
          'content-length': body.byteLength,
          ...(isRest && { 'content-range': `bytes ${offset}-${size - 1}/${size}` }),
        });
        if (cutAfter >= body.byteLength) {
          response.end(body);
          return;
        }
        response.write(body.subarray(0, cutAfter));
        cutAt(size - body.byteLength + cutAfter);
      };
      answer({ number: requests.length, request, response, file, serve, cutAt });
    },
  });
  return {
    url: `${server.url}/file.png`,
    transport: createTransport(server.clientOptions),
    requests,
    file,
    received: (bytes) => received(bytes),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
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
