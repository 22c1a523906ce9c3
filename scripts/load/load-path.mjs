import { posix } from 'node:path';
import { scanImports } from '../imports/scan-imports.mjs';

/**
 * Everything that is loaded together with an entry: the files it reaches without `import()`, and the packages these
 * import.
 *
 * @param {string} entry Path of the entry.
 * @param {ReadonlyMap<string, string>} sources Path -> text of every source file.
 * @returns {{ files: Set<string>, packages: Map<string, string> }} `packages`: specifier -> the file that imports it.
 * @throws Error when a file that is imported does not exist.
 */
export function loadPath(entry, sources) {
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {Map<string, string>} */
  const packages = new Map();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    const text = sources.get(file);
    if (text === undefined) throw new Error(`${file} is imported but does not exist`);
    files.add(file);
    for (const { specifier, kind } of scanImports(file, text)) {
      if (kind !== 'value') continue;
      if (specifier.startsWith('.')) queue.push(posix.join(posix.dirname(file), specifier));
      else packages.set(specifier, file);
    }
  }
  return { files, packages };
}
