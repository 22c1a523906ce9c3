import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Source files below a folder without those of `node_modules`, sorted, with `/` in every path.
 *
 * @param {string} folder
 * @param {RegExp} [pattern] Matched against the path. Default: TypeScript.
 * @returns {{ path: string, text: string }[]} Paths relative to the folder; none when the folder does not exist.
 */
export function sourceFiles(folder, pattern = /\.ts$/) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => pattern.test(path) && !path.includes('node_modules/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/**
 * Whether a file belongs to the tests and not to what is built: `x.test.ts`, `x.property.ts`, `x.testkit.ts`, or
 * anything in a `test` folder.
 *
 * @param {string} path
 */
export function isTestFile(path) {
  return /\.(test|test-d|property|testkit)\.ts$/.test(path) || /(^|\/)test\//.test(path);
}
