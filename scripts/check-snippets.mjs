// Compiles and runs every code block of the README files and the docs against the built packages and an emulator.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceFiles } from './imports/source-files.mjs';
import { publicPackages, root } from './run/project.mjs';
import { checkPages } from './snippets/check-pages.mjs';

const pages = [
  { path: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') },
  ...sourceFiles(join(root, 'packages'), /^[^/]+\/README\.md$/).map(({ path, text }) => ({
    path: `packages/${path}`,
    text,
  })),
  ...sourceFiles(join(root, 'docs'), /^[^/]+\.md$/).map(({ path, text }) => ({ path: `docs/${path}`, text })),
];

const built = pathToFileURL(join(root, 'packages', 'emulator', 'dist', 'index.js')).href;
const { startEmulator } = await import(built);
const emulator = await startEmulator();
try {
  const settings = {
    SOGNI_API_KEY: emulator.apiKey,
    SOGNI_API_BASE_URL: emulator.url,
    SOGNI_ALLOW_UNSAFE_API_BASE_URL: '1',
  };
  const { ran, problems, notes } = await checkPages(pages, { packages: publicPackages, settings });
  for (const problem of problems) console.error(problem);
  for (const note of notes) console.log(`- ${note}`);
  console.log(`- ${ran} snippets of ${pages.length} pages ran`);
  process.exitCode = ran > 0 && problems.length === 0 ? 0 : 1;
} finally {
  await emulator.close();
}
