// Packs every public package and checks the tarballs: publint, attw, and what an install of them would lack.
import { join } from 'node:path';
import { inspectPackage } from './packages/inspect-package.mjs';
import { withPacked } from './packages/pack.mjs';
import { run } from './run/command.mjs';
import { publicPackages } from './run/project.mjs';

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

let failed = false;
for (const { name, folder } of publicPackages) {
  try {
    const problems = await withPacked(folder, (packed) => problemsOf({ name, ...packed }));
    for (const problem of problems) console.error(`${name}: ${problem}`);
    failed ||= problems.length > 0;
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
