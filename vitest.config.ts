import { defineConfig } from 'vitest/config';
import { displaysOfWorkers } from './scripts/launch/display.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/conformance/**', 'test/e2e/**', 'test/bench/**'],
          setupFiles: ['test/support/property-seed.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: '100%',
        },
      },
      { test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/packaged/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          setupFiles: ['test/support/own-display.ts'],
          maxWorkers: displaysOfWorkers().length,
        },
      },
      {
        test: {
          name: 'packaged',
          include: ['test/e2e/packaged/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
