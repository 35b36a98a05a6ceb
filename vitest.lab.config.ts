import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** `npm run lab-suite`: the lab in a browser, from disk. Too slow for every `npm test`. */
export default defineConfig({
  test: {
    ...common,
    include: ['test/lab/**/*.lab.ts'],
    // One page at a time: each has two workers of its own.
    maxWorkers: 1,
    testTimeout: 600_000,
  },
});
