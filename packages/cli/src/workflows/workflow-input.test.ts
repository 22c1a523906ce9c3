import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSeeds } from './reseed.ts';
import { readWorkflowInput } from './workflow-input.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const plan = { title: 'T', steps: [{ toolName: 'generate_image', arguments: {} }] };

test('reads a plan from the command line and from a file', () => {
  const path = join(folder, 'plan.json');
  writeFileSync(path, `\ufeff${JSON.stringify(plan)}`);
  expect(readWorkflowInput(JSON.stringify(plan))).toEqual(plan);
  expect(readWorkflowInput(`@${path}`)).toEqual(plan);
});

test.each([
  ['plan.json', 'INVALID_WORKFLOW_INPUT', /@path/],
  ['{"steps": [', 'INVALID_WORKFLOW_INPUT', /@path/],
  ['[]', 'INVALID_WORKFLOW_INPUT', /steps/],
  ['null', 'INVALID_WORKFLOW_INPUT', /steps/],
  ['@missing.json', 'FILE_NOT_FOUND', /@path/],
  ['@.', 'INVALID_WORKFLOW_INPUT', undefined],
])('refuses %s', (given, code, hint) => {
  const expected: Record<string, unknown> = { code, exitCode: 2 };
  if (hint) expected.hint = expect.stringMatching(hint);
  expect(() => readWorkflowInput(given)).toThrow(expect.objectContaining(expected));
});

test('reads seeds by step, also of a step with "=" in its name', () => {
  expect(readSeeds([])).toBeUndefined();
  expect(readSeeds(['a=1', 'b=4294967295', 'c=d=0'])).toEqual({ a: 1, b: 4_294_967_295, 'c=d': 0 });
});

test.each(['a', 'a=', '=1', 'a=-1', 'a=1.5', 'a=4294967296'])('refuses the seed %s', (word) => {
  expect(() => readSeeds([word])).toThrow(`it is "${word}"`);
});
