import { expect, test } from 'vitest';
import { ACTION_FLAGS } from '../options/action-flags.ts';
import { PLAN_OPTIONS } from '../options/plan-options.ts';
import { START_FLAGS } from '../options/run-options.ts';
import { asksForHelp, helpText } from './help.ts';

test('the main help names every flag and every command', () => {
  const text = helpText([], 110);
  const names = Object.keys({ ...ACTION_FLAGS, ...START_FLAGS, ...PLAN_OPTIONS });
  for (const name of names) expect(text).toContain(` --${name}`);
  for (const word of ['start', 'watch', 'reseed', 'confirm-cost'])
    expect(text).toContain(`workflows ${word}`);
});

test('a group and a command have a help of their own', () => {
  expect(helpText(['workflows', '--help'], 110)).not.toContain('models list');
  const reseed = helpText(['workflows', 'reseed', '--help'], 110);
  expect(reseed).toMatch(/^sogni-agent workflows reseed <id> \[options\]\n/);
  expect(reseed).toMatch(/-s, --seed <step=seed> {2}\S/);
  expect(reseed).not.toContain('--max-cost');
  expect(helpText(['dev', '--help'], 110)).toContain('--port <n>');
});

test('no line is longer than the terminal is wide', () => {
  for (const line of helpText([], 72).split('\n')) expect(line.length).toBeLessThanOrEqual(72);
});

test('--help behind -- is part of the prompt', () => {
  expect(asksForHelp(['--api-workflow', '--help'])).toBe(true);
  expect(asksForHelp(['--api-workflow', '--', '--help'])).toBe(false);
});
