// Fails when a browser bundle or the install of the client is over its budget, and prints the figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, INSTALL_LIMIT } from './budgets/budgets.mjs';
import { bundleSize } from './budgets/bundle-size.mjs';
import { folderSize, pack } from './packages/pack.mjs';
import { root } from './run/project.mjs';
import { withTemporaryFolder } from './run/temporary-folder.mjs';

const client = join(root, 'packages', 'intelligence-client');
let failed = false;

/** @param {string} what @param {number} bytes @param {number} limit @param {string} [detail] */
function report(what, bytes, limit, detail = '') {
  const over = bytes > limit;
  failed ||= over;
  console.log(
    `- ${what}: ${bytes} of ${limit} bytes${over ? `, over by ${bytes - limit}` : ''}${over ? detail : ''}`,
  );
}

for (const { name, program, limit, target } of BUNDLES) {
  try {
    // The package's own folder, where its name resolves to its own exports, and so to what was built.
    const { gzip, largest } = await bundleSize({ program, folder: client });
    const detail = largest.map(({ file, bytes }) => `\n    ${bytes} bytes of ${file}`).join('');
    report(
      `bundle of ${name}, gzip (target ${target})`,
      gzip,
      limit,
      `; largest parts before compression:${detail}`,
    );
  } catch (error) {
    console.error(`${name} cannot be bundled: ${error instanceof Error ? error.message : error}`);
    failed = true;
  }
}

await withTemporaryFolder(async (folder) => {
  const { unpacked } = await pack(client, folder);
  report('installed client', folderSize(unpacked), INSTALL_LIMIT);
  const { dependencies = {} } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
  const names = Object.keys(dependencies);
  failed ||= names.length > 0;
  console.log(
    `- runtime dependencies of the client: ${names.length} of 0${names.map((name) => ` ${name}`).join('')}`,
  );
});

process.exitCode = failed ? 1 : 0;
