import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { scanImports } from '../imports/scan-imports.mjs';
import { sourceFiles } from '../imports/source-files.mjs';

/**
 * What is wrong with an unpacked package that publint and attw do not look for, one sentence each.
 *
 * @param {string} folder
 * @param {{ notices: string | undefined }} rules `notices`: where its third-party notices must be, if it has any.
 * @returns {string[]}
 */
export function inspectPackage(folder, { notices }) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const problems = ['LICENSE', 'README.md', 'dist', ...(notices === undefined ? [] : [notices])]
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => `${path} is missing from the tarball`);
  for (const group of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
    for (const [name, range] of Object.entries(manifest[group] ?? {})) {
      if (/^(workspace|link|file|catalog):/.test(String(range)))
        problems.push(`${name} still has the range ${range}`);
    }
  }
  const declared = new Set([
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  for (const { path, text } of sourceFiles(folder, /\.(js|d\.ts)$/)) {
    for (const specifier of foreignImports(path, text)) {
      if (!declared.has(packageName(specifier)))
        problems.push(`${path} imports ${specifier}, which an install lacks`);
    }
  }
  return problems;
}

/** @param {string} path @param {string} text */
function foreignImports(path, text) {
  const specifiers = scanImports(path, text).map(({ specifier }) => specifier);
  return new Set(specifiers.filter((specifier) => !/^(\.|node:)/.test(specifier) && !isBuiltin(specifier)));
}

/** @param {string} specifier */
function packageName(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
