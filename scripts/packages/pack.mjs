import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run/command.mjs';
import { pnpm } from '../run/pnpm.mjs';

/**
 * Packs a package as it would be published, unpacks it beside, hands both to `use`, and removes them again.
 *
 * @template T
 * @param {string} packageFolder
 * @param {(packed: { tarball: string, unpacked: string }) => Promise<T>} use
 * @returns {Promise<T>}
 * @throws Error with the tool's output when packing fails.
 */
export async function withPacked(packageFolder, use) {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  try {
    const packing = await pnpm(['pack', '--pack-destination', folder], { cwd: packageFolder });
    const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    if (packing.code !== 0 || name === undefined) throw new Error(`pnpm pack failed:\n${packing.output}`);
    const tarball = join(folder, name);
    const unpacking = await run('tar', ['-xzf', tarball, '-C', folder]);
    if (unpacking.code !== 0) throw new Error(`${tarball} could not be unpacked:\n${unpacking.output}`);
    return await use({ tarball, unpacked: join(folder, 'package') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of all files below a folder. @param {string} folder */
export function folderSize(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
