import { defineConfig } from 'vitest/config';

/** End-to-end suites run on what is built: the SDK and the emulator from their `dist`, the command line as a process. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
