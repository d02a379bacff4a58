import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/system/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default one processor is left to somebody else: of two, half the time was waiting.
    maxWorkers: '100%',
  },
});
