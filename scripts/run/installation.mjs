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

/** The fields of a manifest that an installation depends on. */
const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'bin'];

/** A digest of everything that decides what an installation contains. */
function fingerprint() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name));
  const manifests = ['.', 'e2e', 'examples', ...packages].map((folder) => join(folder, 'package.json'));
  const digest = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) digest.update(readFileSync(join(root, file)));
  for (const file of manifests.sort()) {
    if (!existsSync(join(root, file))) continue;
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    digest.update(`\n${file} ${JSON.stringify(FIELDS.map((field) => manifest[field] ?? null))}`);
  }
  return digest.digest('hex');
}
