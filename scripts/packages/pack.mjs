import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run/command.mjs';
import { pnpm } from '../run/pnpm.mjs';

/**
 * Packs a package as it would be published, and unpacks it beside.
 *
 * @param {string} packageFolder
 * @param {string} destination A folder for both; made when it is missing.
 * @returns {Promise<{ tarball: string, unpacked: string }>}
 * @throws Error with the tool's output when packing fails.
 */
export async function pack(packageFolder, destination) {
  mkdirSync(destination, { recursive: true });
  const packing = await pnpm(['pack', '--pack-destination', destination], { cwd: packageFolder });
  const name = readdirSync(destination).find((file) => file.endsWith('.tgz'));
  if (packing.code !== 0 || name === undefined) throw new Error(`pnpm pack failed:\n${packing.output}`);
  const tarball = join(destination, name);
  const unpacking = await run('tar', ['-xzf', tarball, '-C', destination]);
  if (unpacking.code !== 0) throw new Error(`${tarball} could not be unpacked:\n${unpacking.output}`);
  return { tarball, unpacked: join(destination, 'package') };
}

/** Bytes of all files below a folder. @param {string} folder */
export function folderSize(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
