// `npm test [-- step...] [--fail-on-skip]`: set-up, then every check, all of them even after a failure.
import { missingBinaries } from './run/optional-binaries.mjs';
import { runStep } from './run/step-runner.mjs';
import { STEPS } from './run/steps.mjs';
import { build, install } from './setup.mjs';

/** @param {string[]} words @returns {{ steps: typeof STEPS, failOnSkip: boolean }} */
function readArguments(words) {
  const names = words.filter((word) => word !== '--fail-on-skip');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no check named ${unknown.join(', ')}. Choose from: ${STEPS.map(({ name }) => name).join(' ')}`,
    );
    process.exit(2);
  }
  const steps = names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
  return { steps, failOnSkip: names.length < words.length };
}

const { steps, failOnSkip } = readArguments(process.argv.slice(2));
let passed = 0;
/** @type {string[]} */
const failures = [];
/** @type {string[]} */
const skipped = [];

if (await install()) {
  const built = await build();
  if (!built) failures.push('build (its output is above)');
  for (const step of steps) {
    if (step.built && !built) {
      failures.push(`${step.name}: not run, the build failed`);
      continue;
    }
    const outcome = await runStep(step);
    passed += outcome.passed;
    failures.push(...outcome.failures.map((failure) => `${step.name}: ${failure}`));
    skipped.push(...outcome.skipped.map((title) => `${step.name}: ${title}`));
  }
} else {
  failures.push('install (its output is above)');
}

if (skipped.length > 0) {
  console.log(`\n${skipped.length} skipped:`);
  for (const title of skipped) console.log(`  ${title}`);
  for (const hint of missingBinaries()) console.log(`  ${hint}`);
  if (failOnSkip)
    failures.push(...skipped.map((title) => `${title} was skipped, and nothing may be skipped here`));
}
if (failures.length > 0) {
  console.log('\nFailed:');
  for (const failure of failures) console.log(`  ${failure}`);
}
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
