import { defineConfig } from 'tsup';

export default defineConfig([
  {
    // One run for both, so that code they share is written once. The worker is loaded by its address.
    entry: { index: 'src/index.ts', 'media/worker': 'src/media/worker.ts' },
    // `sqlite` exists only under its `node:` name.
    removeNodeProtocol: false,
    format: 'esm',
    target: 'node22',
    platform: 'node',
    splitting: true,
    sourcemap: false,
    clean: true,
    dts: { entry: { index: 'src/index.ts' } },
    external: ['h264-mp4-encoder'],
  },
]);
