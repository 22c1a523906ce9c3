import { expect, test } from 'vitest';
import { readVitestReport } from './vitest-report.mjs';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'todo';

const report = (...files: Status[][]) =>
  JSON.stringify({
    testResults: files.map((tests) => ({
      name: 'a.test.ts',
      status: tests.includes('failed') ? 'failed' : 'passed',
      assertionResults: tests.map((status, index) => ({
        status,
        ancestorTitles: ['suite'],
        title: `test ${index}`,
      })),
    })),
  });

test('counts tests one by one and names those that failed or did not run', () => {
  expect(readVitestReport(report(['passed', 'failed'], ['passed', 'skipped', 'todo']), 1)).toEqual({
    passed: 2,
    failures: ['suite > test 1'],
    skipped: ['suite > test 1', 'suite > test 2'],
  });
});

test('counts a file that could not be loaded', () => {
  const json = JSON.stringify({
    testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }],
  });
  expect(readVitestReport(json, 1).failures).toEqual(['b.test.ts could not be run']);
});

test('counts an unhandled error although every test passed', () => {
  expect(readVitestReport(report(['passed']), 1)).toMatchObject({
    passed: 1,
    failures: [expect.stringContaining('code 1')],
  });
});

test('counts a run without a test, and a run without a report', () => {
  expect(readVitestReport(report(), 0).failures).toEqual(['no test was found']);
  expect(readVitestReport(undefined, 0).failures).toEqual(['vitest ended without a report']);
});
