import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile, Plugin } from 'esbuild';
import { type BundledPackage, bundledPackages, packageFolder } from './bundled-packages.ts';

const LICENSE = fileURLToPath(new URL('../../LICENSE', import.meta.url));
const RULE = '-'.repeat(80);

/**
 * Writes the third-party notices of what the bundler really put into the output, and copies our own licence beside the
 * manifest. Reading the bundler's own record is what keeps a transitive library from being forgotten.
 *
 * @param options.notices Path of the notices file, relative to the package; written when there is anything to name.
 */
export function thirdPartyNotices(options: { notices: string }): Plugin {
  return {
    name: 'third-party-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile, errors }) => {
        if (metafile === undefined || errors.length > 0) return;
        const notices = renderNotices(filesInOutput(metafile), process.cwd());
        if (notices !== undefined) {
          mkdirSync(dirname(options.notices), { recursive: true });
          writeFileSync(options.notices, notices);
        }
        copyFileSync(LICENSE, 'LICENSE');
      });
    },
  };
}

/**
 * The notices for a bundle of the given files.
 *
 * @param files Paths of bundle inputs, relative to `root` or absolute.
 * @param root Folder of the package that is built.
 * @returns The text, or undefined when every file is the package's own.
 */
export function renderNotices(files: ReadonlySet<string>, root: string): string | undefined {
  const sections = [...bundledPackages(files, root).map(section), ...inherited(files, root)];
  if (sections.length === 0) return undefined;
  const head =
    'This package contains code of the projects below, each under the licence that follows its name.\n';
  return [head, ...sections].join('\n');
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

/** Notices of other packages of ours that were bundled as built: their libraries are inside, without files of their own. */
function inherited(files: ReadonlySet<string>, root: string): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    if (file.includes('node_modules/')) continue;
    const folder = packageFolder(resolve(root, file));
    if (folder !== undefined && folder !== resolve(root)) folders.add(folder);
  }
  return [...folders]
    .map((folder) => join(folder, 'THIRD_PARTY_NOTICES'))
    .filter((path) => existsSync(path))
    .map((path) => withoutHead(readFileSync(path, 'utf8')));
}

/** The sections of a notices file. */
function withoutHead(notices: string): string {
  return notices.slice(notices.indexOf(RULE));
}

function section({ name, version, license, text }: BundledPackage): string {
  return `${RULE}\n${name} ${version} (${license})\n${RULE}\n\n${text}\n`;
}
