import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Inbox } from './inbox.ts';

interface Entry {
  sequence: number;
}

/** A log of some length, a point to go on from, and connections that each show any part of it, with repeats and holes. */
const scenario = fc.integer({ min: 0, max: 30 }).chain((length) => {
  const sequence = fc.nat({ max: Math.max(0, length - 1) });
  return fc.record({
    length: fc.constant(length),
    after: length === 0 ? fc.constant(undefined) : fc.option(sequence, { nil: undefined }),
    connections: fc.array(fc.array(sequence, { maxLength: 40 }), { maxLength: 8 }),
    takes: fc.array(fc.nat({ max: 10 }), { maxLength: 20 }),
  });
});

const logOf = (length: number): Entry[] => Array.from({ length }, (_, sequence) => ({ sequence }));

/** Takes up to `count` events, checking that the cursor is always that of the event handed out last. */
function take(inbox: Inbox<Entry>, count: number, seen: number[]): void {
  for (let taken = 0; taken < count; taken += 1) {
    const before = inbox.cursor;
    const event = inbox.take();
    if (event === undefined) {
      expect(inbox.cursor).toBe(before);
      return;
    }
    expect(inbox.cursor).toBe(event.sequence);
    seen.push(event.sequence);
  }
}

test('whatever connections show, and however fast they are read, each event is handed out once, in order', () => {
  fc.assert(
    fc.property(scenario, ({ length, after, connections, takes }) => {
      const inbox = new Inbox<Entry>(after ?? -1, () => false);
      const log = logOf(length);
      const seen: number[] = [];
      const reads = [...takes];
      for (const connection of connections) {
        for (const sequence of length === 0 ? [] : connection) {
          inbox.entry({ sequence }, undefined);
          take(inbox, reads.shift() ?? 0, seen);
        }
        // A hole is refilled from the log before anything else is read.
        if (inbox.hasGap) inbox.fill(log, () => expect.unreachable('the log has no gap'));
      }
      inbox.fill(log, () => expect.unreachable('the log has no gap'));
      take(inbox, Number.POSITIVE_INFINITY, seen);

      const first = (after ?? -1) + 1;
      expect(seen).toEqual(log.slice(first).map(({ sequence }) => sequence));
      expect(inbox.cursor).toBe(length === 0 || first >= length ? (after ?? -1) : length - 1);
    }),
    { numRuns: 2_000 },
  );
});

test('a cursor that was saved and given to a new stream goes on exactly behind it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 40 }), (length, count) => {
      const log = logOf(length);
      const first = new Inbox<Entry>(undefined, () => false);
      for (const event of log) first.entry(event, undefined);
      const seen: number[] = [];
      take(first, count, seen);

      const second = new Inbox<Entry>(first.cursor, () => false);
      for (const event of log) second.entry(event, undefined);
      take(second, Number.POSITIVE_INFINITY, seen);
      expect(seen).toEqual(log.map(({ sequence }) => sequence));
    }),
  );
});
