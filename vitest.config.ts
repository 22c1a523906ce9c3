import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Unit tests run on the sources; the end-to-end suites in `e2e/` run on what is built. */
export default defineConfig({
  resolve: {
    alias: [
      {
        find: '@sogni/intelligence-client/errors',
        replacement: source('packages/intelligence-client/src/errors.ts'),
      },
      {
        find: '@sogni/intelligence-client/schemas',
        replacement: source('packages/intelligence-client/src/schemas.ts'),
      },
      {
        find: /^@sogni\/intelligence-client\/(.+)$/,
        replacement: source('packages/intelligence-client/src/$1/index.ts'),
      },
      {
        find: /^@sogni\/(intelligence-client|contracts|emulator)$/,
        replacement: source('packages/$1/src/index.ts'),
      },
    ],
  },
  test: {
    include: ['packages/*/{src,test}/**/*.test.ts', 'scripts/**/*.test.ts'],
    restoreMocks: true,
    unstubEnvs: true,
  },
});
