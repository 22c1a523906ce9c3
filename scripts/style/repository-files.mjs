import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold nothing we wrote. */
const FOREIGN = new Set(['node_modules', 'dist', '.git', '.turbo', 'coverage', 'out', '.sogni']);
const TEXT = /(\.(ts|mts|mjs|js|json|md|yml|yaml|html|sh)|^run|^LICENSE|^\.[a-z]+)$/;

/**
 * Every text file that belongs to the repository.
 *
 * @param {string} root
 * @returns {{ path: string, text: string }[]} Paths relative to the root, with `/`.
 */
export function repositoryFiles(root) {
  /** @type {{ path: string, text: string }[]} */
  const files = [];
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !FOREIGN.has(entry.name)) walk(path);
      else if (entry.isFile() && TEXT.test(entry.name))
        files.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  walk('');
  return files;
}
