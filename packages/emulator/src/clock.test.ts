import { expect, test } from 'vitest';
import { createManualClock, createSystemClock, pause } from './clock.ts';

test('a manual clock runs what falls due in order, each at its own time', async () => {
  const clock = createManualClock(0);
  const seen: [string, number][] = [];
  clock.after(20, () => seen.push(['b', clock.now()]));
  clock.after(10, () => {
    seen.push(['a', clock.now()]);
    clock.after(5, () => seen.push(['a2', clock.now()]));
  });
  await clock.advance(19);
  expect(seen).toEqual([
    ['a', 10],
    ['a2', 15],
  ]);
  expect(clock.now()).toBe(19);
  await clock.advance(1);
  expect(seen.at(-1)).toEqual(['b', 20]);
});

test('what is called off does not run', async () => {
  const clock = createManualClock(0);
  let ran = false;
  clock.after(1, () => {
    ran = true;
  })();
  await clock.advance(10);
  expect(ran).toBe(false);
});

test('a pause ends when its time is over, or when it is aborted', async () => {
  const clock = createManualClock(0);
  const controller = new AbortController();
  const ended: string[] = [];
  const first = pause(clock, 100, new AbortController().signal).then(() => ended.push('time'));
  const second = pause(clock, 1e9, controller.signal).then(() => ended.push('abort'));
  await clock.advance(100);
  controller.abort();
  await Promise.all([first, second]);
  expect(ended).toEqual(['time', 'abort']);
});

test('the system clock runs callbacks and calls them off', async () => {
  const clock = createSystemClock();
  const seen: string[] = [];
  clock.after(0, () => seen.push('never'))();
  await new Promise<void>((resolve) => clock.after(1, resolve));
  expect(seen).toEqual([]);
  expect(clock.now()).toBeGreaterThan(0);
});

test('a wait that is longer than a timer can be does not end at once', async () => {
  let rang = false;
  const cancel = createSystemClock().after(Number.POSITIVE_INFINITY, () => {
    rang = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  cancel();
  expect(rang).toBe(false);
});
