import { readFileSync } from 'node:fs';

interface Manifest {
  exports: Record<string, string | { default: string }>;
}

/**
 * Build entries of a package, read from the `exports` of its manifest, so that the two cannot disagree:
 * `./dist/tools/index.js` is built from `src/tools/index.ts`.
 *
 * @param manifestURL URL of the package's `package.json`.
 * @returns output path without extension -> source path, relative to the package.
 */
export function entriesFromExports(manifestURL: URL): Record<string, string> {
  const manifest = JSON.parse(readFileSync(manifestURL, 'utf8')) as Manifest;
  const entries: Record<string, string> = {};
  for (const target of Object.values(manifest.exports)) {
    const output = /^\.\/dist\/(.+)\.js$/.exec(typeof target === 'string' ? target : target.default)?.[1];
    if (output !== undefined) entries[output] = `src/${output}.ts`;
  }
  return entries;
}
