// Fails on long files, on names that say nothing, and on text that must not be published.
import { isTestFile } from './imports/source-files.mjs';
import { root } from './run/project.mjs';
import { repositoryFiles } from './style/repository-files.mjs';
import { isDataTable, LONGEST_MEDIAN, lineCount, median, styleProblems } from './style/style-rules.mjs';

// The rules and their tests have to spell out what they forbid.
const files = repositoryFiles(root).filter(({ path }) => !path.startsWith('scripts/style/'));
const problems = files.flatMap(styleProblems);

const sources = files.filter(
  ({ path }) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !isTestFile(path) && !isDataTable(path),
);
const middle = median(sources.map(({ text }) => lineCount(text)));
if (middle > LONGEST_MEDIAN)
  problems.push(`the median source file has ${middle} lines, more than ${LONGEST_MEDIAN}`);
if (sources.length === 0) problems.push('no source file was found below packages/');

for (const problem of problems) console.error(problem);
console.log(`- ${sources.length} source files, median ${middle} lines of at most ${LONGEST_MEDIAN}`);
process.exitCode = problems.length === 0 ? 0 : 1;
