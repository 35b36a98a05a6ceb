import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';

/** What starts the program, its threads or a browser, and takes its time: `npm run end-to-end`. */
export const endToEnd = [
  'test/end-to-end/*.test.ts',
  'test/browser/*.test.ts',
  'test/cli.test.ts',
  'test/library/examples.test.ts',
  'test/library/raced.test.ts',
  'test/library/run.test.ts',
  'test/report/commands.test.ts',
  'test/run/executors.test.ts',
  'test/run/market-threads.test.ts',
  'test/scenario/institutions/external.test.ts',
];

/** What every suite has; each names its files. */
export const common: ViteUserConfig['test'] = {
  globalSetup: ['test/build.mjs'],
  setupFiles: ['test/setup.ts'],
  // Vitest would leave one processor to itself, which sleeps while tests run: on two it would use one.
  maxWorkers: availableParallelism(),
  // Simulations are slow on a busy machine, and no test asserts a time: a limit only guards against hanging.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // A golden that is missing fails; only -u writes one.
  update: 'none',
};

/**
 * They must not hang on which file was run before: they write into columns that markets share, or take a user's module into
 * their own thread, which then must have the built-ins it began with (a drawing library adds one).
 */
export const alone = [
  'test/engine/**/*.test.ts',
  'test/measures/six-borrowers.test.ts',
  'test/bench/pieces.test.ts',
  'test/run/evidence/fact-mistakes.test.ts',
];

export default defineConfig({
  test: {
    ...common,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: alone, isolate: true },
      },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...endToEnd, ...alone],
          // What one file has loaded serves the next on its processor.
          isolate: false,
        },
      },
    ],
    coverage: { include: ['src/**'], reporter: ['text', 'html'] },
  },
});
