import { node } from './project.mjs';

/**
 * A check of the repository: a command, and whether it is a vitest run whose tests are counted one by one.
 *
 * @typedef {{ name: string, about: string, command: readonly string[], vitest?: true }} Step
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
  },
  { name: 'style', about: 'file sizes, names and forbidden words', command: script('check-style.mjs') },
  { name: 'imports', about: 'imports point downward', command: script('check-imports.mjs') },
  {
    name: 'unused',
    about: 'no unused file, export or dependency (knip)',
    command: ['knip', '--no-progress'],
  },
  { name: 'unit', about: 'unit and property tests', command: ['vitest', 'run'], vitest: true },
  { name: 'load', about: 'nothing is built or touched at load', command: script('check-load.mjs') },
  { name: 'budgets', about: 'bundle and install sizes', command: script('check-budgets.mjs') },
  { name: 'packages', about: 'packed tarballs (publint, attw)', command: script('check-packages.mjs') },
  { name: 'snippets', about: 'README and docs snippets run', command: script('check-snippets.mjs') },
  {
    name: 'e2e',
    about: 'end-to-end suites on the built packages',
    command: ['vitest', 'run', '--config', 'e2e/vitest.config.ts'],
    vitest: true,
  },
];
