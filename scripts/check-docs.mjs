// Fails when something that a public package exports has no TSDoc comment, and names each.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findUndocumented } from './docs/undocumented.mjs';
import { publicPackages, root } from './run/project.mjs';

let failed = false;

for (const { name, folder } of publicPackages) {
  /** @type {Record<string, string | { types?: string }>} */
  const exported = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).exports ?? {};
  const entries = Object.values(exported).flatMap((target) =>
    typeof target === 'string' || target.types === undefined ? [] : [join(folder, target.types)],
  );
  // A command line declares nothing that could be imported.
  if (entries.length === 0) continue;
  try {
    const { count, undocumented } = findUndocumented(folder, entries);
    for (const { path, line, name } of undocumented)
      console.error(`${relative(root, path)}:${line} ${name} has no TSDoc comment`);
    console.log(`- ${name}: ${undocumented.length} of ${count} exported names and members without a comment`);
    failed ||= undocumented.length > 0 || count === 0;
  } catch (error) {
    console.error(`${name} cannot be checked: ${error instanceof Error ? error.message : error}`);
    failed = true;
  }
}

process.exitCode = failed ? 1 : 0;
