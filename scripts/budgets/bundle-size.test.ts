import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleSize } from './bundle-size.mjs';

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Text that does not compress well. */
const noise = Array.from({ length: 4000 }, (_, index) => Math.imul(index + 1, 2_654_435_761) >>> 0).join();

test('counts what is imported lazily', async () => {
  const folder = folderWith({ 'big.js': `export default "${noise}";` });
  const { gzip, largest } = await bundleSize({
    program: "export const load = () => import('./big.js');",
    folder,
  });
  expect(gzip).toBeGreaterThan(10_000);
  expect(largest[0]?.file).toContain('big.js');
});

test('does not count what is not used', async () => {
  const folder = folderWith({ 'big.js': `export const big = "${noise}"; export const small = 1;` });
  expect((await bundleSize({ program: "export { small } from './big.js';", folder })).gzip).toBeLessThan(100);
});

test('fails when an import cannot be resolved', async () => {
  await expect(bundleSize({ program: "import './gone.js';", folder: folderWith({}) })).rejects.toThrow(
    'gone.js',
  );
});
