/**
 * What a vitest run came to.
 *
 * @typedef {{ passed: number, failures: string[], skipped: string[] }} Outcome
 */

/**
 * Reads vitest's JSON report.
 *
 * A run that fails without a failed test (a file that cannot be loaded, an unhandled rejection, no test at all) counts
 * as one failure, and so does a report that is missing: silence is never success.
 *
 * @param {string | undefined} json The report, undefined when none was written.
 * @param {number} exitCode Of the vitest process.
 * @returns {Outcome}
 */
export function readVitestReport(json, exitCode) {
  if (json === undefined) return { passed: 0, failures: ['vitest ended without a report'], skipped: [] };
  /** @type {Outcome} */
  const outcome = { passed: 0, failures: [], skipped: [] };
  for (const file of JSON.parse(json).testResults) {
    for (const test of file.assertionResults) {
      const title = [...test.ancestorTitles, test.title].join(' > ');
      if (test.status === 'passed') outcome.passed += 1;
      else if (test.status === 'failed') outcome.failures.push(title);
      else outcome.skipped.push(title);
    }
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      outcome.failures.push(`${file.name} could not be run`);
    }
  }
  if (outcome.passed + outcome.failures.length + outcome.skipped.length === 0) {
    outcome.failures.push('no test was found');
  } else if (exitCode !== 0 && outcome.failures.length === 0) {
    outcome.failures.push(`vitest ended with code ${exitCode} although no test failed; see its output above`);
  }
  return outcome;
}
