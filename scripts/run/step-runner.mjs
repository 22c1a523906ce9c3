import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.mjs';
import { readVitestReport } from './vitest-report.mjs';

/** @import { Step } from './steps.mjs' */
/** @import { Outcome } from './vitest-report.mjs' */

/**
 * Runs one step and prints what it did: of a plain check one line, with its output only when it failed; of a vitest
 * run the output as it comes.
 *
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
export async function runStep(step) {
  const start = performance.now();
  const outcome = step.vitest ? await runVitest(step) : await runCheck(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const state = outcome.failures.length === 0 ? 'ok  ' : 'FAIL';
  console.log(`${state} ${step.name.padEnd(9)} ${step.about} (${seconds} s)`);
  return outcome;
}

/** @param {Step} step @returns {Promise<Outcome>} */
async function runCheck({ command: [program = '', ...args] }) {
  const { code, output } = await run(program, args);
  const lines = output.trimEnd();
  if (code !== 0) {
    console.log(lines);
    return { passed: 0, failures: ['its output is above'], skipped: [] };
  }
  // A check marks the lines that are worth reading even when all is well.
  for (const line of lines.split('\n')) if (line.startsWith('- ')) console.log(`     ${line}`);
  return { passed: 1, failures: [], skipped: [] };
}

/** @param {Step} step @returns {Promise<Outcome>} */
async function runVitest({ command: [program = '', ...args] }) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { code } = await run(program, [...args, ...reporters], { show: true });
    return readVitestReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
