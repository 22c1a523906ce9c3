/** A folder or file of this name says how something is made and not what it is. */
const EMPTY_NAMES = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared']);

/** Text that must not stand in a file, with the reason. Some rules hold for code only. */
const FORBIDDEN = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, reason: 'finish it, or open an issue', code: false },
  { pattern: /(?<![\w./:-])\/(work|home|root|Users)\/\w/, reason: 'a path of one machine', code: false },
  { pattern: /\bas (any|unknown as)\b/, reason: 'says nothing about the type', code: true },
  { pattern: /@ts-(ignore|nocheck|expect-error)/, reason: 'silences the compiler', code: true },
  { pattern: /\b(it|test|describe)\.(only|skip|todo)\(/, reason: 'a test that does not run', code: true },
];

/** Type tests prove that a wrong call is refused, which takes this one directive. */
const TYPE_TEST = /\.test(-d)?\.ts$/;

const LONGEST_FILE = 300;
/** Bytes. The first page stays readable in two minutes; the rest belongs into `docs/`. */
const LONGEST_README = 6000;
export const LONGEST_MEDIAN = 80;

/** @param {string} path */
function isCode(path) {
  return /\.(ts|mts|mjs|js)$/.test(path);
}

/** Whether a file is a table of data, to which the limits of length do not apply. @param {string} path */
export function isDataTable(path) {
  return /\/catalog\//.test(path) || /\.data\.ts$/.test(path);
}

/**
 * What is wrong with one file, one sentence each.
 *
 * @param {{ path: string, text: string }} file
 * @returns {string[]}
 */
export function styleProblems({ path, text }) {
  /** @type {string[]} */
  const problems = [];
  for (const part of path.split('/')) {
    if (EMPTY_NAMES.has(part.split('.', 1)[0] ?? ''))
      problems.push(`${path}: the name ${part} does not say what is in it`);
  }
  const lines = text.split('\n');
  if (isCode(path) && !isDataTable(path) && lineCount(text) > LONGEST_FILE) {
    problems.push(`${path}: ${lineCount(text)} lines, more than ${LONGEST_FILE}`);
  }
  if (path === 'README.md' && Buffer.byteLength(text) > LONGEST_README) {
    problems.push(`${path}: ${Buffer.byteLength(text)} bytes, more than ${LONGEST_README}`);
  }
  for (const { pattern, reason, code } of FORBIDDEN) {
    if (code && !isCode(path)) continue;
    for (const [index, line] of lines.entries()) {
      const match = pattern.exec(line)?.[0];
      if (match === undefined || (match === '@ts-expect-error' && TYPE_TEST.test(path))) continue;
      problems.push(`${path}:${index + 1}: ${match} (${reason})`);
    }
  }
  return problems;
}

/** Number of lines, without the empty one after the last line break. @param {string} text */
export function lineCount(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** @param {number[]} values @returns {number} 0 for an empty list. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (upper + lower) / 2;
}
