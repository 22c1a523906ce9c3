import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Folder of the tools that the root installs. */
export const binFolder = join(root, 'node_modules', '.bin');

/** The Node that everything runs on, installed as a development dependency; the host's own may be older. */
export const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Folders of the packages that are published, lowest first. */
export const publicPackages = ['intelligence-client', 'contracts', 'emulator', 'cli'].map((name) => ({
  name: name === 'cli' ? '@sogni/cli' : `@sogni/${name}`,
  folder: join(root, 'packages', name),
}));
