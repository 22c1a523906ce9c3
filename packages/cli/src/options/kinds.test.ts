import { afterEach, expect, test, vi } from 'vitest';
import { choice, integer, number, pair } from './kinds.ts';
import { PLAN_OPTIONS } from './plan-options.ts';

const details = { group: 'Test:', describe: 'test' };
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['12', 12],
  ['+3', 3],
  [' 7 ', 7],
  ['-1', 'must be >= 0'],
  ['101', 'must be <= 100'],
  ['1.5', 'must be an integer'],
  ['1e2', 'must be an integer'],
  ['0x10', 'must be an integer'],
  ['', 'must be an integer'],
  ['many', 'must be an integer'],
  ['9'.repeat(400), 'must be an integer'],
])('an integer from 0 to 100 given as "%s" is %s', (word, expected) => {
  const read = () => integer(details, { min: 0, max: 100 }).read([word], '--limit');
  if (typeof expected === 'number') expect(read()).toBe(expected);
  else expect(read).toThrow(expected);
});

test.each([
  ['1.5', 1.5],
  ['.5', 0.5],
  ['2e3', 2000],
  ['-0.1', 'must be >= 0'],
  ['NaN', 'must be a number'],
  ['Infinity', 'must be a number'],
])('a number that is not negative given as "%s" is %s', (word, expected) => {
  const read = () => number(details, { min: 0 }).read([word], '--max-cost');
  if (typeof expected === 'number') expect(read()).toBe(expected);
  else expect(read).toThrow(expected);
});

test('the last value given wins, and none is undefined', () => {
  expect(integer(details).read(['1', '2'], '--n')).toBe(2);
  expect(integer(details).read([], '--n')).toBeUndefined();
  expect(pair(details).read(['true', 'false'], '--x')).toBe(false);
  expect(pair(details).read([], '--x')).toBeUndefined();
});

test('a choice ignores case and names the choices when it refuses', () => {
  const token = choice(details, ['spark', 'sogni']);
  expect(token.read(['SPARK'], '--token-type')).toBe('spark');
  expect(() => token.read(['gold'], '--token-type')).toThrow('one of: spark, sogni; it is "gold"');
});

test('the count has a limit that SOGNI_MAX_COUNT raises', () => {
  const { count } = PLAN_OPTIONS;
  expect(count.read(['16'], '--count')).toBe(16);
  expect(() => count.read(['17'], '--count')).toThrow(
    expect.objectContaining({ code: 'COUNT_LIMIT_EXCEEDED', hint: 'Set SOGNI_MAX_COUNT=17 to allow it.' }),
  );
  vi.stubEnv('SOGNI_MAX_COUNT', '20');
  expect(count.read(['17'], '--count')).toBe(17);
});
