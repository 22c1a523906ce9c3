// Packs every public package and checks the tarballs: publint, attw, what an install of them would lack, and whether a
// consumer can compile and load every entry.
import { join } from 'node:path';
import { inspectPackage } from './packages/inspect-package.mjs';
import { pack } from './packages/pack.mjs';
import { usePackages } from './packages/use-packages.mjs';
import { run } from './run/command.mjs';
import { publicPackages } from './run/project.mjs';
import { withTemporaryFolder } from './run/temporary-folder.mjs';

/** Where the notices of a package that bundles libraries are. */
const NOTICES = new Map([
  ['@sogni/intelligence-client', 'THIRD_PARTY_NOTICES'],
  ['@sogni/cli', join('dist', 'THIRD_PARTY_NOTICES')],
]);
/** ESM only on purpose: `require` works through `require(esm)` on every Node that the packages support. */
const ATTW = [
  '--profile',
  'node16',
  '--ignore-rules',
  'cjs-resolves-to-esm',
  '--no-color',
  '--format',
  'ascii',
];

/** @param {{ name: string, tarball: string, unpacked: string }} packed @returns {Promise<string[]>} */
async function problemsOf({ name, tarball, unpacked }) {
  const problems = inspectPackage(unpacked, { notices: NOTICES.get(name) });
  const publint = await run('publint', ['--strict', tarball]);
  if (publint.code !== 0) problems.push(publint.output.trim());
  // A command line has no entry that could be imported, so there are no types to judge.
  if (name !== '@sogni/cli') {
    const attw = await run('attw', [tarball, ...ATTW]);
    if (attw.code !== 0) problems.push(attw.output.trim());
  }
  return problems;
}

const failures = await withTemporaryFolder(async (folder) => {
  /** @type {string[]} */
  const problems = [];
  const packed = [];
  for (const { name, folder: source } of publicPackages) {
    try {
      const result = { name, folder: source, ...(await pack(source, join(folder, name))) };
      packed.push(result);
      for (const problem of await problemsOf(result)) problems.push(`${name}: ${problem}`);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return [...problems, ...(await usePackages(packed, join(folder, 'consumer')))];
});

for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
