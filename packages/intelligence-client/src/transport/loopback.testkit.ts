import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import type { ClientOptions } from './options.ts';
import { createTransport } from './transport.ts';
import type { RequestOptions, RequestSpec, Transport } from './types.ts';

/** A request as the server saw it, with its body read. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Counted from 1. */
  number: number;
  socket: Socket;
}

export interface Loopback extends AsyncDisposable {
  url: string;
  port: number;
  seen: Seen[];
  /** Connections that are open now. */
  sockets: Set<Socket>;
}

/** A real HTTP server on the loopback interface that answers as the test says. */
export async function serve(
  answer: (response: ServerResponse, request: Seen) => void | Promise<void>,
): Promise<Loopback> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers, socket } = request;
    const entry = { method, url, headers, body, number: seen.length + 1, socket };
    seen.push(entry);
    await answer(response, entry);
  });
  return await listening(server, seen);
}

/** A TCP server, for answers that no HTTP server would give. `number` counts connections from 1. */
export async function serveRaw(accept: (socket: Socket, number: number) => void): Promise<Loopback> {
  let count = 0;
  const server = createRawServer((socket) => {
    count += 1;
    accept(socket, count);
  });
  return await listening(server, []);
}

async function listening(server: Server, seen: Seen[]): Promise<Loopback> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    sockets,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A loopback port where nobody listens. */
export async function closedPort(): Promise<string> {
  const server = await serve(() => {});
  await server[Symbol.asyncDispose]();
  return server.url;
}

/** A key no other text contains. */
export const CANARY = 'sk-canary-5d1f0c7e9a';

export function connect(baseURL: string, options: ClientOptions = {}): Transport {
  const credential = options.accessToken === undefined ? { apiKey: CANARY } : {};
  return createTransport({ baseURL, allowUnsafeBaseURL: true, ...credential, ...options });
}

export const GET = { method: 'GET', path: '/v1/things', retry: 'idempotent' } as const;
export const START = { method: 'POST', path: '/v1/things', retry: 'keyed', body: { a: 1 } } as const;
export const ONCE = { method: 'POST', path: '/v1/things', retry: 'once', body: { a: 1 } } as const;

/** A call that resolves with the whole body. */
export function send(
  transport: Transport,
  spec: Omit<RequestSpec<unknown>, 'unwrap'> = GET,
  options?: RequestOptions,
) {
  return transport.request<unknown>(() => ({ ...spec, unwrap: (body) => body }), options);
}

export function json(response: ServerResponse, body: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** What a promise rejects with; resolving is a failure. */
export async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The call succeeded, but should have failed');
}
