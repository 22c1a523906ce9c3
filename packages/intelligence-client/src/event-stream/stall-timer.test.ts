import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StallTimer } from './stall-timer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('strikes once when an armed read takes longer than its limit', () => {
  const strike = vi.fn();
  new StallTimer(strike).arm(1_000);
  vi.advanceTimersByTime(999);
  expect(strike).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(strike).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(strike).toHaveBeenCalledTimes(1);
});

test('counts every read from its own start, with one timer for all of them', () => {
  const strike = vi.fn();
  const timer = new StallTimer(strike);
  for (let read = 0; read < 100; read += 1) {
    timer.arm(1_000);
    vi.advanceTimersByTime(900);
    timer.disarm();
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
  }
  expect(strike).not.toHaveBeenCalled();
  timer.arm(1_000);
  vi.advanceTimersByTime(999);
  expect(strike).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(strike).toHaveBeenCalledTimes(1);
});

test('does not count the time in which nobody reads', () => {
  const strike = vi.fn();
  const timer = new StallTimer(strike);
  timer.arm(1_000);
  timer.disarm();
  vi.advanceTimersByTime(60_000);
  expect(strike).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('takes a shorter limit than the one before', () => {
  const strike = vi.fn();
  const timer = new StallTimer(strike);
  timer.arm(45_000);
  timer.disarm();
  timer.arm(100);
  vi.advanceTimersByTime(100);
  expect(strike).toHaveBeenCalledTimes(1);
});

test('waits forever when told to, without a busy timer', () => {
  const strike = vi.fn();
  const timer = new StallTimer(strike);
  timer.arm(Number.POSITIVE_INFINITY);
  vi.advanceTimersByTime(1_000_000);
  expect(strike).not.toHaveBeenCalled();
  timer.clear();
  expect(vi.getTimerCount()).toBe(0);
});
