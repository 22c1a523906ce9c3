import { node } from './project.mjs';

/**
 * A check of the repository: a command, whether it is a vitest run whose tests are counted one by one, and whether it
 * looks at what was built, so that it says nothing when the build failed.
 *
 * @typedef {{ name: string, about: string, command: readonly string[], vitest?: true, built?: true }} Step
 */

/** @param {string} file @returns {readonly string[]} */
const script = (file) => [node, `scripts/${file}`];

/**
 * Everything that CI requires, in the order in which it runs: cheap and general first.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  { name: 'lint', about: 'format and lint (biome)', command: ['biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'types',
    about: 'types of every package, the scripts and the tests',
    command: script('check-types.mjs'),
    built: true,
  },
  { name: 'style', about: 'file sizes, names and forbidden words', command: script('check-style.mjs') },
  { name: 'imports', about: 'imports point downward', command: script('check-imports.mjs') },
  {
    name: 'unused',
    about: 'no unused file, export or dependency (knip)',
    command: ['knip', '--no-progress'],
  },
  { name: 'unit', about: 'unit and property tests', command: ['vitest', 'run'], vitest: true },
  {
    name: 'load',
    about: 'nothing is built or touched at load',
    command: script('check-load.mjs'),
    built: true,
  },
  { name: 'budgets', about: 'bundle and install sizes', command: script('check-budgets.mjs'), built: true },
  { name: 'docs', about: 'everything public is documented', command: script('check-docs.mjs'), built: true },
  {
    name: 'packages',
    about: 'packed tarballs (publint, attw)',
    command: script('check-packages.mjs'),
    built: true,
  },
  {
    name: 'snippets',
    about: 'README and docs snippets run',
    command: script('check-snippets.mjs'),
    built: true,
  },
  {
    name: 'e2e',
    about: 'end-to-end suites on the built packages',
    command: ['vitest', 'run', '--config', 'e2e/vitest.config.ts'],
    vitest: true,
    built: true,
  },
];
