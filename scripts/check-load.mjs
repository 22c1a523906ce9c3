// Fails when importing the client does more than declare: by reading the sources, and by importing what was built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, sourceFiles } from './imports/source-files.mjs';
import { importUnderTraps } from './load/import-under-traps.mjs';
import { loadPath } from './load/load-path.mjs';
import { loadTimeWork } from './load/load-time-work.mjs';
import { root } from './run/project.mjs';

/** Libraries that only the given entries may load; everything else reaches them by `import()`, on first use. */
const LAZY_LIBRARIES = [
  { library: 'ofetch', entries: /** @type {string[]} */ ([]) },
  { library: 'zod', entries: ['schemas.ts'] },
];
/** Data that only the given entries may load. */
const CATALOGUE = { folder: 'tools/', entries: ['tools/index.ts'] };

const client = join(root, 'packages', 'intelligence-client');
const sources = sourceFiles(join(client, 'src')).filter(({ path }) => !isTestFile(path));
const texts = new Map(sources.map(({ path, text }) => [path, text]));
/** @type {Record<string, string | { default: string }>} */
const exported = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8')).exports;
const entries = Object.values(exported).flatMap((target) =>
  typeof target === 'string' ? [] : [target.default],
);
/** @type {string[]} */
const problems = [];

for (const { path, text } of sources) {
  for (const { line, what } of loadTimeWork(path, text)) problems.push(`src/${path}:${line} ${what} at load`);
}

for (const entry of entries) {
  const source = entry.replace('./dist/', '').replace(/\.js$/, '.ts');
  if (!texts.has(source)) {
    problems.push(`${entry} has no source file src/${source}`);
    continue;
  }
  const { files, packages } = loadPath(source, texts);
  for (const { library, entries: allowed } of LAZY_LIBRARIES) {
    const specifier = [...packages.keys()].find((name) => name === library || name.startsWith(`${library}/`));
    if (specifier === undefined || allowed.includes(source)) continue;
    problems.push(`src/${source} loads ${specifier}, through src/${packages.get(specifier)}; use import()`);
  }
  const data = [...files].find((file) => file.startsWith(CATALOGUE.folder));
  if (data !== undefined && !CATALOGUE.entries.includes(source)) {
    problems.push(`src/${source} loads src/${data}; only ${CATALOGUE.entries.join(', ')} may`);
  }
  const mayUseNode = source.startsWith('node/');
  for (const problem of await importUnderTraps(join(client, entry), { mayUseNode })) {
    problems.push(`${entry} ${problem}`);
  }
}

for (const problem of problems) console.error(problem);
console.log(`- ${entries.length} entries imported under traps, ${sources.length} source files read`);
process.exitCode = problems.length === 0 && entries.length > 0 ? 0 : 1;
