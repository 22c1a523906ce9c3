import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './project.mjs';

const STAMP = join(root, 'node_modules', '.installed');

/** Whether the installed packages are those that the lockfile and the manifests ask for. */
export function isInstalled() {
  return existsSync(node) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Notes that an installation succeeded for the lockfile and the manifests as they are now. */
export function markInstalled() {
  writeFileSync(STAMP, fingerprint());
}

/** A digest of every file that decides what an installation contains. */
function fingerprint() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name));
  const manifests = ['.', 'e2e', 'examples', ...packages].map((folder) => join(folder, 'package.json'));
  const digest = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests.sort()]) {
    const path = join(root, file);
    if (existsSync(path)) digest.update(`${file}\n${readFileSync(path, 'utf8')}\n`);
  }
  return digest.digest('hex');
}
