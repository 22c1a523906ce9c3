import { defineConfig } from 'tsup';
import { entriesFromExports } from '../../scripts/build/entries.ts';
import { thirdPartyNotices } from '../../scripts/build/third-party-notices.ts';

export default defineConfig({
  entry: entriesFromExports(new URL('./package.json', import.meta.url)),
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: true,
  removeNodeProtocol: false,
  minifyWhitespace: true,
  minifySyntax: true,
  esbuildPlugins: [thirdPartyNotices({ notices: 'dist/THIRD_PARTY_NOTICES' })],
});
