// Makes the checkout ready to run on a machine that has only Node >= 20 and npm. Does nothing that is done already.
import { pathToFileURL } from 'node:url';
import { isInstalled, markInstalled } from './run/installation.mjs';
import { phase } from './run/phase.mjs';
import { pnpm } from './run/pnpm.mjs';

const OLDEST_NODE = 20;

/**
 * Installs the dependencies when the lockfile or a manifest changed.
 *
 * @returns {Promise<boolean>} Whether they are there; if not, what failed has been printed.
 */
export async function install() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    console.error(
      `Node ${process.versions.node} is too old for the set-up scripts. Install Node ${OLDEST_NODE} or later.`,
    );
    return false;
  }
  if (isInstalled()) return true;
  if (!(await phase('install dependencies', () => pnpm(['install', '--frozen-lockfile'])))) return false;
  markInstalled();
  return true;
}

/**
 * Builds the packages that changed.
 *
 * @returns {Promise<boolean>} Whether all are built; if not, what failed has been printed.
 */
export function build() {
  // turbo calls pnpm for each package, so pnpm has to start turbo: nothing else puts it on the path here.
  return phase('build packages', () => pnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only']));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await install()) && (await build()) ? 0 : 1;
}
