import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { node, root } from '../run/project.mjs';
import { withTemporaryFolder } from '../run/temporary-folder.mjs';

/** Libraries that a snippet may import besides ours. */
const LIBRARIES = ['@types/node', 'vitest'];

const TSCONFIG = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    verbatimModuleSyntax: true,
    moduleDetection: 'force',
    noEmit: true,
  },
  include: ['*.ts'],
};

/** An install inside a block would fetch a published version instead of running what was built. */
const NO_INSTALL =
  '#!/bin/sh\necho "put the line with npm into a block of its own: only sogni-agent runs here" >&2\nexit 1\n';

/**
 * A project outside of the workspace, as a user would have it: the packages under `node_modules`, `sogni-agent` on its
 * path, and a home folder of its own. Handed to `use`, then removed.
 *
 * @template T
 * @param {readonly { name: string, folder: string }[]} packages
 * @param {(project: { folder: string, bin: string, home: string }) => Promise<T>} use
 * @returns {Promise<T>}
 */
export function withConsumerProject(packages, use) {
  return withTemporaryFolder((folder) => {
    const bin = join(folder, 'bin');
    const home = join(folder, 'home');
    for (const path of [bin, home]) mkdirSync(path);
    const libraries = LIBRARIES.map((name) => ({ name, folder: join(root, 'node_modules', name) }));
    for (const { name, folder: target } of [...packages, ...libraries]) {
      const link = join(folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(target, link, 'dir');
    }
    writeFileSync(
      join(folder, 'package.json'),
      '{ "name": "consumer", "private": true, "type": "module" }\n',
    );
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    const main = join(root, 'packages', 'cli', 'dist', 'main.js');
    writeProgram(join(bin, 'sogni-agent'), `#!/bin/sh\nexec "${node}" "${main}" "$@"\n`);
    for (const name of ['npm', 'npx', 'pnpm', 'yarn']) writeProgram(join(bin, name), NO_INSTALL);
    return use({ folder, bin, home });
  });
}

/** @param {string} path @param {string} text */
function writeProgram(path, text) {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
