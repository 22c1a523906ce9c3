import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What the notices say about one package whose code went into a bundle. */
export interface BundledPackage {
  name: string;
  version: string;
  license: string;
  text: string;
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
}

/**
 * The packages that own the given bundled files, each once, sorted by name.
 *
 * @param files Paths of bundle inputs, relative to `root` or absolute; files outside `node_modules` are ours and are left out.
 * @throws Error when a package ships no licence text: it must not be redistributed without one.
 */
export function bundledPackages(files: Iterable<string>, root: string): BundledPackage[] {
  const found = new Map<string, BundledPackage>();
  for (const file of files) {
    if (!file.includes('node_modules/')) continue;
    const folder = packageFolder(resolve(root, file));
    if (folder === undefined || found.has(folder)) continue;
    found.set(folder, describe(folder));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Nearest folder above whose manifest names a package; inner manifests such as `{ "type": "module" }` do not. */
export function packageFolder(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readManifest(manifest).version !== undefined) return folder;
  }
  return undefined;
}

function describe(folder: string): BundledPackage {
  const { name = folder, version = '', license = '' } = readManifest(join(folder, 'package.json'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)([.-].+)?$/i.test(entry));
  if (file === undefined) {
    throw new Error(
      `${name}@${version} is bundled but ships no licence file; replace it, or add its text by hand.`,
    );
  }
  return { name, version, license, text: readFileSync(join(folder, file), 'utf8').trim() };
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
