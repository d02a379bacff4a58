import { defineConfig } from 'vitest/config';

/** Checks that need a system program (LibreOffice, qpdf, poppler, a Debian root), or minutes; `.ci/run` installs those. */
export default defineConfig({
  test: {
    include: ['tests/system/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
