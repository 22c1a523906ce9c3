import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { RequestEnvironment } from './environment.ts';

/** A server that accepts connections. */
export interface Listener {
  url: string;
  /** Drops every connection and frees the port. */
  close(): Promise<void>;
}

/** Starts serving. Rejects with a message that says what to do when the port is taken. */
export async function listen(app: Hono<RequestEnvironment>, host: string, port: number): Promise<Listener> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // Idle connections outlive the pools of clients, so that no request meets a socket that is just being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name === '0.0.0.0' || name === '[::]' ? '127.0.0.1' : name}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  if (cause.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is taken; stop what uses it, or start the emulator with another port (0 picks a free one)`,
      {
        cause,
      },
    );
  }
  return new Error(`The emulator cannot listen on ${host}:${port}: ${cause.message}`, { cause });
}
