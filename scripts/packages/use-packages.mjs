import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../run/command.mjs';
import { node, root } from '../run/project.mjs';

/** How consumers resolve modules; `skipLibCheck` is off, so that a declaration that names a missing type is an error. */
const RESOLUTIONS = [
  { module: 'esnext', moduleResolution: 'bundler' },
  { module: 'node16', moduleResolution: 'node16' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
];

/**
 * Uses unpacked packages as a fresh install would see them: compiles an import of every entry under each module
 * resolution, then loads every entry with `import` and with `require`.
 *
 * @param {readonly { name: string, folder: string, unpacked: string }[]} packages `folder`: where the installed
 *   dependencies of the package are.
 * @param {string} project An empty folder.
 * @returns {Promise<string[]>} What does not work, with the output.
 */
export async function usePackages(packages, project) {
  const modules = join(project, 'node_modules');
  for (const { name, folder, unpacked } of packages) {
    cpSync(unpacked, join(modules, name), { recursive: true });
    linkDependencies(unpacked, folder, modules);
  }
  link(join(root, 'node_modules', '@types', 'node'), join(modules, '@types', 'node'));
  const specifiers = packages.flatMap(({ name, unpacked }) => entriesOf(name, unpacked));
  const imports = specifiers.map((specifier, index) => `import * as e${index} from '${specifier}';`);
  const uses = specifiers.map((_, index) => `void e${index};`);
  const requires = specifiers.map((specifier) => `require('${specifier}');`);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  for (const file of ['consumer.ts', 'consumer.mjs'])
    writeFileSync(join(project, file), [...imports, ...uses].join('\n'));
  writeFileSync(join(project, 'consumer.cjs'), requires.join('\n'));

  /** @type {string[]} */
  const problems = [];
  for (const resolution of RESOLUTIONS) {
    const { code, output } = await compile(project, resolution);
    if (code !== 0)
      problems.push(`a consumer does not compile under ${resolution.moduleResolution}:\n${output.trim()}`);
  }
  for (const file of ['consumer.mjs', 'consumer.cjs']) {
    const { code, output } = await run(node, [file], { cwd: project });
    if (code !== 0 || output !== '') problems.push(`${file} fails or prints:\n${output.trim()}`);
  }
  return problems;
}

/** @param {string} project @param {{ module: string, moduleResolution: string }} resolution */
function compile(project, resolution) {
  const compilerOptions = {
    ...resolution,
    target: 'es2022',
    lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  return run('tsc', ['-p', '.', '--pretty', 'false'], { cwd: project });
}

/** Import specifiers of a package's entries. @param {string} name @param {string} unpacked */
function entriesOf(name, unpacked) {
  const { exports = {} } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([entry]) => name + entry.slice(1));
}

/** Links the declared dependencies, and nothing else, as an install would. @param {string} unpacked @param {string} folder @param {string} modules */
function linkDependencies(unpacked, folder, modules) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const installed = join(folder, 'node_modules', name);
    if (!name.startsWith('@sogni/') && existsSync(installed)) link(installed, join(modules, name));
  }
}

/** @param {string} target @param {string} path */
function link(target, path) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path, 'dir');
}
