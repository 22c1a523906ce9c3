import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { renderNotices } from './third-party-notices.ts';

function folderWith(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'notices-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const library = (name: string, licenseFile = 'LICENSE') => ({
  [`app/node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.0.0", "license": "MIT" }`,
  [`app/node_modules/${name}/dist/package.json`]: '{ "type": "module" }',
  [`app/node_modules/${name}/${licenseFile}`]: `Copyright of ${name}`,
});

const own = { 'app/package.json': '{ "name": "app", "version": "0.0.0" }' };

test('names every library in the bundle once, with its licence text', () => {
  const root = join(folderWith({ ...own, ...library('b'), ...library('a', 'license-MIT.txt') }), 'app');
  const files = new Set([
    'src/main.ts',
    'node_modules/b/dist/x.js',
    'node_modules/b/y.js',
    'node_modules/a/z.js',
  ]);
  const notices = renderNotices(files, root);
  expect(notices?.match(/^\w 1\.0\.0 \(MIT\)$/gm)).toEqual(['a 1.0.0 (MIT)', 'b 1.0.0 (MIT)']);
  expect(notices).toContain('Copyright of a');
});

test('fails on a library without a licence text', () => {
  const root = join(folderWith({ ...own, ...library('a', 'README.md') }), 'app');
  expect(() => renderNotices(new Set(['node_modules/a/x.js']), root)).toThrow(
    'a@1.0.0 is bundled but ships no licence',
  );
});

test('carries over the notices of a package that was bundled as built', () => {
  const rule = '-'.repeat(80);
  const folder = folderWith({
    ...own,
    'sdk/package.json': '{ "name": "sdk", "version": "0.0.0" }',
    'sdk/THIRD_PARTY_NOTICES': `Head.\n\n${rule}\ninner 2.0.0 (ISC)\n`,
  });
  const notices = renderNotices(new Set(['src/main.ts', '../sdk/dist/index.js']), join(folder, 'app'));
  expect(notices).toContain('inner 2.0.0 (ISC)');
  expect(notices).not.toContain('Head.');
});

test('writes nothing for a bundle of our own files only', () => {
  expect(renderNotices(new Set(['src/main.ts']), join(folderWith(own), 'app'))).toBeUndefined();
});
