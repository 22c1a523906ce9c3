// Runs a tool of the workspace on this terminal, with pnpm and Node 24: `node scripts/with-pnpm.mjs changeset version`.
import { spawnSync } from 'node:child_process';
import { withoutNpmNoise } from './run/environment.mjs';
import { pnpmCommand } from './run/pnpm.mjs';
import { root } from './run/project.mjs';

const [program, args] = pnpmCommand(['exec', ...process.argv.slice(2)]);
const { status, error } = spawnSync(program, args, { cwd: root, env: withoutNpmNoise(), stdio: 'inherit' });
if (error !== undefined) console.error(error.message);
process.exitCode = status ?? 1;
