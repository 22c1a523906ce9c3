import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * Size of a browser bundle of one program: minified, without code splitting, so that what is imported lazily counts too.
 *
 * @param {{ program: string, folder: string }} options `program`: source text; `folder`: where its imports resolve.
 * @returns {Promise<{ gzip: number, largest: { file: string, bytes: number }[] }>}
 *   `gzip` in bytes; `largest`: the five files that contribute most, before compression.
 */
export async function bundleSize({ program, folder }) {
  const result = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    // No path map of a workspace: what is measured is what an install would resolve to.
    tsconfigRaw: {},
    outfile: 'bundle.js',
    logLevel: 'silent',
  });
  const output = Object.values(result.metafile.outputs)[0];
  const largest = Object.entries(output?.inputs ?? {})
    .map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 5);
  return { gzip: gzipSync(result.outputFiles[0]?.contents ?? '', { level: 9 }).length, largest };
}
