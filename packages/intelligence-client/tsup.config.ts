import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsup';
import { entriesFromExports } from '../../scripts/build/entries.ts';
import { thirdPartyNotices } from '../../scripts/build/third-party-notices.ts';

const unreachableParts = fileURLToPath(new URL('../../scripts/build/unreachable-parts.ts', import.meta.url));

export default defineConfig({
  entry: entriesFromExports(new URL('./package.json', import.meta.url)),
  format: 'esm',
  target: 'es2022',
  // Neutral, and never the `node` condition: ofetch's Node entry pulls in `node:http`, which costs 24-34 ms at load.
  platform: 'neutral',
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
    options.conditions = ['import', 'default'];
    options.alias = { destr: unreachableParts, ufo: unreachableParts, 'is-network-error': unreachableParts };
    options.chunkNames = 'chunks/[name]-[hash]';
  },
  // What is imported only dynamically (ofetch, the schemas) stays a chunk of its own, out of every entry's load path.
  splitting: true,
  clean: true,
  dts: true,
  external: [/^node:/],
  noExternal: ['eventsource-parser', 'ofetch', 'p-retry', 'zod'],
  removeNodeProtocol: false,
  // Identifiers keep their names: stack traces stay readable, and bundlers of applications shorten them anyway.
  minifyWhitespace: true,
  minifySyntax: true,
  esbuildPlugins: [thirdPartyNotices({ notices: 'THIRD_PARTY_NOTICES' })],
});
