import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { isSogniError, type SogniError } from '../errors/sogni-error.ts';
import type { Hooks } from '../transport/hooks.ts';
import { createTransport } from '../transport/transport.ts';
import type { Transport } from '../transport/types.ts';
import type { EventLog } from './types.ts';

export interface TestEvent {
  sequence: number;
  type: string;
  note?: string;
}

interface TestRecord {
  status: string;
}

/** One connection to the stream route. */
export interface Connection {
  request: IncomingMessage;
  response: ServerResponse;
  /** What `?after=` said. */
  after: number | undefined;
  /** Counted from 1. */
  number: number;
  /** Sends headers and raw text. */
  write(text: string | Uint8Array): void;
  /** Sends log entries behind `after` and ends as the sheet says: status frame, end of body. */
  replay(): void;
  /** Cuts the socket. */
  reset(): void;
}

export interface LoopbackLog extends AsyncDisposable {
  url: string;
  transport: Transport;
  log: EventLog<TestEvent, TestRecord>;
  /** The log as the list route shows it. */
  entries: TestEvent[];
  status: string;
  connections: Connection[];
  lists: (number | undefined)[];
  records: number;
  /** Answers the list and record routes in place of the defaults; returns whether it did. */
  intercept: ((route: 'list' | 'record', response: ServerResponse) => boolean) | undefined;
  /** Transfers of the stream route that are not over; idle sockets of a connection pool do not count. */
  openStreams(): number;
}

export function entry(sequence: number, type = 'step_started', note?: string): TestEvent {
  return { sequence, type, ...(note !== undefined && { note }) };
}

/** A log of `count` entries that ends with `workflow_completed`. */
export function completedLog(count: number): TestEvent[] {
  return Array.from({ length: count }, (_, sequence) =>
    entry(sequence, sequence === count - 1 ? 'workflow_completed' : 'step_started'),
  );
}

export function frame(event: TestEvent): string {
  return `id: ${event.sequence}\nevent: workflow_event\ndata: ${JSON.stringify(event)}\n\n`;
}

export function statusFrame(status: string): string {
  return `event: workflow_status\ndata: {"workflowId":"wf_1","status":"${status}"}\n\n`;
}

/** A server of one run's log on the loopback interface; `serve` answers each connection to the stream. */
export async function startLog(
  entries: TestEvent[],
  serve: (connection: Connection) => void = (connection) => connection.replay(),
  hooks: Hooks = {},
): Promise<LoopbackLog> {
  const sockets = new Set<Socket>();
  let openStreams = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const after = url.searchParams.has('after') ? Number(url.searchParams.get('after')) : undefined;
    if (url.pathname === '/stream') {
      const connection = openConnection(request, response, after);
      loopback.connections.push(connection);
      openStreams += 1;
      response.on('close', () => {
        openStreams -= 1;
      });
      serve(connection);
    } else if (url.pathname === '/list') {
      loopback.lists.push(after);
      if (loopback.intercept?.('list', response)) return;
      json(response, { events: loopback.entries.filter(({ sequence }) => sequence > (after ?? -1)) });
    } else {
      loopback.records += 1;
      if (!loopback.intercept?.('record', response)) json(response, { status: loopback.status });
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const openConnection = (
    request: IncomingMessage,
    response: ServerResponse,
    after: number | undefined,
  ): Connection => ({
    request,
    response,
    after,
    number: loopback.connections.length + 1,
    write(text) {
      if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(text);
    },
    replay() {
      const behind = loopback.entries.filter(({ sequence }) => sequence > (after ?? -1));
      this.write(`: connected\n\n${behind.map(frame).join('')}${statusFrame(loopback.status)}`);
      response.end();
    },
    reset() {
      request.socket.resetAndDestroy();
    },
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const transport = createTransport({
    apiKey: 'sk-test',
    baseURL: url,
    allowUnsafeBaseURL: true,
    maxRetries: 0,
    hooks,
  });
  const loopback: LoopbackLog = {
    url,
    transport,
    log: logOf(transport),
    entries,
    status: 'completed',
    connections: [],
    lists: [],
    records: 0,
    intercept: undefined,
    openStreams: () => openStreams,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
}

/** Short waits, so that a test of ten tries takes a moment. */
export const QUICK = { minDelay: 1, maxDelay: 4 };

export async function collect<Event>(stream: AsyncIterable<Event>): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

export const sequences = (events: readonly { sequence: number }[]) => events.map(({ sequence }) => sequence);

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function logOf(transport: Transport): EventLog<TestEvent, TestRecord> {
  return {
    subject: 'workflow wf_1',
    streamPath: '/stream',
    listEvents: (after, signal) =>
      transport.request<TestEvent[]>(
        () => ({
          method: 'GET',
          path: '/list',
          query: { after },
          retry: 'idempotent',
          unwrap: (body) => (body as { events: TestEvent[] }).events,
        }),
        { signal },
      ),
    getRecord: (signal) =>
      transport.request<TestRecord>(
        () => ({ method: 'GET', path: '/record', retry: 'idempotent', unwrap: (body) => body as TestRecord }),
        { signal },
      ),
    standing: ({ status }) =>
      status === 'running' ? 'running' : status === 'waiting_for_user' ? 'paused' : 'terminal',
    isSignal: ({ type }) => /^workflow_(completed|failed|cancelled|waiting_for_user)$/.test(type),
  };
}

/** What the work rejects with, which must be an error of this SDK. */
export async function failure(work: Promise<unknown>): Promise<SogniError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isSogniError(error)) throw new Error(`expected a SogniError, got ${String(error)}`);
  return error;
}
