import { expect, test } from 'vitest';
import {
  type Connection,
  collect,
  entry,
  frame,
  startLog,
  statusFrame,
  type TestEvent,
} from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';

/** Runs of each kind; `SOGNI_FAULT_RUNS=5000` for the full size. */
const RUNS = Number(process.env.SOGNI_FAULT_RUNS ?? 100);
/** The first of the seeds; a failure names its own. */
const SEED = Number(process.env.SOGNI_FAULT_SEED ?? 1);
const PARALLEL = 10;
const MAX_CUTS = 20;

/** A small generator with a period of 2^32 (mulberry32), so that a seed gives the same run everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A log with old pauses and failures in it, and text whose characters have up to four bytes. */
function randomLog(random: () => number): TestEvent[] {
  const types = ['step_started', 'workflow_progress', 'workflow_waiting_for_user', 'workflow_failed'];
  const count = 5 + Math.floor(random() * 40);
  return Array.from({ length: count }, (_, sequence) => {
    if (sequence === count - 1) return entry(sequence, 'workflow_completed');
    const note = ['', 'é', '日本語', '😀😀', 'line\nbreak'][Math.floor(random() * 5)];
    return entry(sequence, types[Math.floor(random() ** 3 * 4)], note);
  });
}

type Cut = (connection: Connection, body: Uint8Array, random: () => number) => void;

const CUTS: Record<string, Cut> = {
  'clean end': ({ write, response }, body) => {
    write(body);
    response.end();
  },
  reset: (connection, body) => {
    connection.write(body);
    setTimeout(() => connection.reset(), 1);
  },
  stall: ({ write }, body) => write(body),
  'bad gateway': ({ response }) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>'),
  'too many requests': ({ response }) => response.writeHead(429).end('{"retryAfter":0.002}'),
  'unavailable, no body': ({ response }) => response.writeHead(503).end(),
  'malformed frame': ({ write }, body) => {
    write(body);
    write('\n\ndata: {"sequence":\n\n');
  },
};

/** The log behind the cursor, with frames repeated, missing or swapped, and comments and snapshots in between. */
function randomBody(log: readonly TestEvent[], connection: Connection, random: () => number): string {
  const overlap = random() < 0.3 ? Math.floor(random() * 5) : 0;
  const from = Math.max(0, (connection.after ?? -1) + 1 - overlap);
  const events = log.slice(from);
  // Without a cursor a missing or late head would be no gap, so the first event stays where it is.
  const head = connection.after === undefined ? 1 : 0;
  if (random() < 0.2 && events.length > head + 1) {
    const at = head + Math.floor(random() * (events.length - 1 - head));
    const [first, second] = [events[at], events[at + 1]];
    if (first && second) events.splice(at, 2, second, first);
  }
  if (random() < 0.2)
    events.splice(head + Math.floor(random() * events.length), 1 + Math.floor(random() * 3));
  const ending = random() < 0.5 ? '\r\n' : '\n';
  const frames = events.flatMap((event) => {
    const text = frame(event);
    const extra = random();
    if (extra < 0.1) return [text, text];
    if (extra < 0.15) return [': keep-alive\n\n', text];
    if (extra < 0.2) return [statusFrame('running'), text];
    return [text];
  });
  return frames.join('').replaceAll('\n', ending);
}

async function runOnce(seed: number, isLive: boolean): Promise<void> {
  const random = generator(seed);
  const log = randomLog(random);
  let cuts = Math.floor(random() * (MAX_CUTS + 1));
  await using server = await startLog([...log], (connection) => {
    if (cuts-- <= 0) {
      server.status = 'completed';
      server.entries = [...log];
      connection.replay();
      return;
    }
    const bytes = new TextEncoder().encode(randomBody(server.entries, connection, random));
    const [cut] = Object.values(CUTS).sort(() => random() - 0.5);
    cut?.(connection, bytes.subarray(0, Math.floor(random() * (bytes.length + 1))), random);
    if (isLive) server.entries = log.slice(0, server.entries.length + Math.floor(random() * 6));
  });
  if (isLive) {
    server.status = 'running';
    server.entries = log.slice(0, 1);
  }
  const stream = openEventStream(server.transport, server.log, {
    idleTimeout: 15,
    reconnect: { minDelay: 1, maxDelay: 3, maxAttempts: 100 },
    onGap: (gap) => expect.unreachable(`seed ${seed}: reported a gap at ${gap.from}`),
  });
  const seen = await collect(stream).catch((error: unknown) => String(error));
  expect(seen, `seed ${seed}`).toEqual(log);
  expect(stream.ending, `seed ${seed}`).toEqual({ reason: 'terminal', record: { status: 'completed' } });
}

test.each([
  ['a finished run', false],
  ['a run that goes on meanwhile', true],
])('random cuts of %s lose, repeat and reorder nothing', { timeout: 600_000 }, async (_, isLive) => {
  for (let first = SEED; first < SEED + RUNS; first += PARALLEL) {
    await Promise.all(Array.from({ length: PARALLEL }, (_, index) => runOnce(first + index, isLive)));
  }
});
