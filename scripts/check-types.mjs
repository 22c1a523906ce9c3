// Type-checks every workspace package through turbo (cached), then what stands outside of them.
import { run } from './run/command.mjs';
import { pnpm } from './run/pnpm.mjs';

const packages = await pnpm(['exec', 'turbo', 'run', 'types', '--output-logs=errors-only', '--continue']);
const scripts = await run('tsc', ['-p', 'scripts/tsconfig.json']);
if (packages.code !== 0) console.error(packages.output);
if (scripts.code !== 0) console.error(scripts.output);
process.exitCode = packages.code === 0 && scripts.code === 0 ? 0 : 1;
