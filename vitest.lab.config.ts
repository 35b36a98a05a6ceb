import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run lab-suite`: the lab in a browser, from disk. Too slow for every `npm test`. */
const lab = mergeConfig(config, {});
lab.test.include = ['test/lab/**/*.lab.ts'];
// One page at a time: each has two workers of its own.
lab.test.maxWorkers = 1;
lab.test.testTimeout = 600_000;
export default lab;
