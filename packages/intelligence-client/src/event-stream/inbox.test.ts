import { expect, test } from 'vitest';
import { Inbox } from './inbox.ts';
import { entry, type TestEvent } from './loopback.testkit.ts';
import type { Gap } from './types.ts';

function drain(inbox: Inbox<TestEvent>): number[] {
  const taken: number[] = [];
  for (let event = inbox.take(); event !== undefined; event = inbox.take()) taken.push(event.sequence);
  return taken;
}

function inboxWith(after: number | undefined, arriving: readonly number[]) {
  const gaps: Gap[] = [];
  const inbox = new Inbox<TestEvent>(after, ({ type }) => type === 'workflow_completed');
  for (const sequence of arriving) inbox.entry(entry(sequence), 'workflow_event');
  return {
    inbox,
    gaps,
    fill: (listed: number[]) =>
      inbox.fill(
        listed.map((n) => entry(n)),
        (gap) => gaps.push(gap),
      ),
  };
}

test('moves the cursor when an event is taken, not when it arrives', () => {
  const { inbox } = inboxWith(undefined, [0, 1]);
  expect([inbox.cursor, inbox.last]).toEqual([undefined, 1]);
  inbox.take();
  expect([inbox.cursor, inbox.last]).toEqual([0, 1]);
});

test('drops what is at or below the last sequence', () => {
  expect(drain(inboxWith(1, [0, 1, 2, 2, 1, 3]).inbox)).toEqual([2, 3]);
});

test('knows of no gap before the first event', () => {
  expect(drain(inboxWith(undefined, [5, 6]).inbox)).toEqual([5, 6]);
});

test('holds back what follows a gap until a list fills it', () => {
  const { inbox, gaps, fill } = inboxWith(0, [1, 4, 5]);
  expect(drain(inbox)).toEqual([1]);
  expect(inbox.hasGap).toBe(true);
  expect(fill([0, 1, 2, 3, 4])).toBe(3);
  expect(inbox.hasGap).toBe(false);
  expect(drain(inbox)).toEqual([2, 3, 4, 5]);
  expect(gaps).toEqual([]);
});

test('asks again while lists come closer, and reports only what the log lacks', () => {
  const { inbox, gaps, fill } = inboxWith(0, [9]);
  fill([1, 2]);
  expect(drain(inbox)).toEqual([1, 2]);
  expect(inbox.hasGap).toBe(true);
  fill([4]);
  expect(drain(inbox)).toEqual([4]);
  fill([]);
  expect(drain(inbox)).toEqual([9]);
  expect(gaps).toEqual([
    { from: 3, to: 3 },
    { from: 5, to: 8 },
  ]);
});

test('puts a list in order and ignores entries without a sequence', () => {
  const { inbox } = inboxWith(undefined, []);
  const broken = JSON.parse('[{"type":"x"},null,{"sequence":1.5}]') as TestEvent[];
  expect(inbox.fill([entry(2), ...broken, entry(0), entry(1), entry(1)], () => {})).toBe(3);
  expect(drain(inbox)).toEqual([0, 1, 2]);
});

test('a signal counts until a later event arrives', () => {
  const { inbox } = inboxWith(undefined, [0]);
  expect(inbox.signalled).toBe(false);
  inbox.mark();
  expect(inbox.signalled).toBe(true);
  inbox.entry(entry(1), undefined);
  expect(inbox.signalled).toBe(false);
  inbox.entry(entry(2, 'workflow_completed'), undefined);
  expect(inbox.signalled).toBe(true);
  inbox.unmark();
  expect(inbox.signalled).toBe(false);
});

test('keeps a signal in its place behind held events', () => {
  const { inbox, fill } = inboxWith(0, [3]);
  inbox.mark();
  expect(inbox.signalled).toBe(false);
  fill([1, 2]);
  expect(inbox.signalled).toBe(true);
});
