import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.mjs'],
    setupFiles: ['test/setup.ts'],
    // Vitest would leave one processor to itself, which sleeps while tests run: on two it would use one.
    maxWorkers: availableParallelism(),
    // Simulations are slow on a busy machine, and no test asserts a time: a limit only guards against hanging.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A golden that is missing fails; only -u writes one.
    update: 'none',
    coverage: { include: ['src/**'], reporter: ['text', 'html'] },
  },
});
