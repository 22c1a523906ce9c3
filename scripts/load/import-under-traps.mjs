import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from '../run/command.mjs';
import { node } from '../run/project.mjs';

const CHILD = fileURLToPath(new URL('./trapped-import.mjs', import.meta.url));

/**
 * Imports a built file in a fresh process whose costly globals are traps.
 *
 * @param {string} file Absolute path.
 * @param {{ mayUseNode: boolean }} rules `mayUseNode`: whether the file may import from `node:`.
 * @returns {Promise<string[]>} What is wrong with it, one sentence each.
 */
export async function importUnderTraps(file, { mayUseNode }) {
  const { code, output } = await run(node, [CHILD, pathToFileURL(file).href]);
  if (code !== 0) {
    const reason = output.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? output.trim();
    return [`cannot be imported: ${reason}`];
  }
  const { touched, nodeModules } = JSON.parse(output);
  const problems = touched.map((/** @type {string} */ name) => `touches ${name} while it loads`);
  if (!mayUseNode && nodeModules.length > 0) problems.push(`loads ${nodeModules.join(', ')}`);
  return problems;
}
