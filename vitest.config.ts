import { defineConfig } from 'vitest/config';

const longTest = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
          setupFiles: ['tests/helpers/network-guard.ts'],
          testTimeout: 20_000,
          // Many of them wait for servers, processes or the disk: as many as there are cores would leave those idle.
          maxWorkers: '200%',
        },
      },
      {
        test: {
          name: 'real',
          include: ['tests/real/**/*.real.ts'],
          globalSetup: ['tests/helpers/display.ts', 'tests/helpers/built.ts'],
          // Each file has servers of its own, which are mostly waited for.
          maxWorkers: 2,
          testTimeout: 2 * longTest,
          hookTimeout: 3 * longTest,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/helpers/display.ts', 'tests/helpers/built.ts'],
          fileParallelism: false,
          testTimeout: longTest,
          hookTimeout: longTest,
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/packaged/**/*.e2e.ts'],
          globalSetup: ['tests/helpers/display.ts'],
          fileParallelism: false,
          testTimeout: longTest,
          hookTimeout: longTest,
        },
      },
    ],
  },
});
