import { LAZY_PACKAGES, PACKAGES } from './layers.mjs';

/** @import { Import } from './scan-imports.mjs' */

/**
 * Why a package must not contain this import of another package of ours, or undefined when it may.
 *
 * @param {string} importer Folder name of the importing package.
 * @param {Import} found
 * @returns {string | undefined}
 */
export function packageViolation(importer, { specifier, kind }) {
  if (/^(\.\.\/)+(packages\/)?[\w-]+\/(src|dist)\//.test(specifier)) return 'import the package by its name';
  const imported = /^@sogni\/([\w-]+)/.exec(specifier)?.[1];
  if (imported === undefined || imported === importer) return undefined;
  if (!PACKAGES.includes(imported)) return `there is no package @sogni/${imported}`;
  if (PACKAGES.indexOf(imported) > PACKAGES.indexOf(importer))
    return `@sogni/${imported} stands above ${importer}`;
  if (kind === 'value' && LAZY_PACKAGES.get(importer)?.includes(imported)) {
    return `${importer} loads @sogni/${imported} only by import()`;
  }
  return undefined;
}
