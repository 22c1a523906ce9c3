import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile, Plugin } from 'esbuild';
import { type BundledPackage, bundledPackages } from './bundled-packages.ts';

const LICENSE = fileURLToPath(new URL('../../LICENSE', import.meta.url));
const RULE = '-'.repeat(80);

/**
 * Writes `THIRD_PARTY_NOTICES` for what the bundler really put into the output, and copies our own licence beside it.
 * Reading the bundler's own record is what keeps a transitive library from being forgotten.
 *
 * @param options.notices Path of the notices file, relative to the package.
 */
export function thirdPartyNotices(options: { notices: string }): Plugin {
  return {
    name: 'third-party-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile, errors }) => {
        if (metafile === undefined || errors.length > 0) return;
        const packages = bundledPackages(filesInOutput(metafile), process.cwd());
        if (packages.length > 0) {
          mkdirSync(dirname(options.notices), { recursive: true });
          writeFileSync(options.notices, render(packages));
        }
        copyFileSync(LICENSE, 'LICENSE');
      });
    },
  };
}

/** Inputs that left at least one byte in an output; type-only and tree-shaken files leave none. */
function filesInOutput(metafile: Metafile): Set<string> {
  const files = new Set<string>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (bytesInOutput > 0) files.add(file);
    }
  }
  return files;
}

function render(packages: BundledPackage[]): string {
  const head =
    'This package contains code of the projects below, each under the licence that follows its name.\n';
  const sections = packages.map(
    ({ name, version, license, text }) => `${RULE}\n${name} ${version} (${license})\n${RULE}\n\n${text}\n`,
  );
  return [head, ...sections].join('\n');
}
