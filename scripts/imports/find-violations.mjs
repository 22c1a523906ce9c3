import { join } from 'node:path';
import { clientViolation } from './client-rules.mjs';
import { PACKAGES } from './layers.mjs';
import { packageViolation } from './package-rules.mjs';
import { scanImports } from './scan-imports.mjs';
import { isTestFile, sourceFiles } from './source-files.mjs';

/**
 * Every import in the packages that does not point downward. Tests may reach anything inside their own package.
 *
 * @param {string} root Folder that holds `packages/`.
 * @returns {{ files: number, violations: string[] }} `files`: how many were read, so that an empty tree is no success.
 */
export function findViolations(root) {
  /** @type {string[]} */
  const violations = [];
  let files = 0;
  for (const name of PACKAGES) {
    const source = join(root, 'packages', name);
    for (const { path, text } of sourceFiles(source, /^(src|test)\/.*\.ts$/)) {
      files += 1;
      const inClient = name === 'intelligence-client' && !isTestFile(path);
      for (const found of scanImports(path, text)) {
        const reason =
          packageViolation(name, found) ??
          (inClient ? clientViolation(path.replace('src/', ''), found) : undefined);
        if (reason !== undefined) {
          violations.push(`packages/${name}/${path}:${found.line} imports ${found.specifier}: ${reason}`);
        }
      }
    }
  }
  return { files, violations };
}
