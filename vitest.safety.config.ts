import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run safety`: what is hostile, too slow for every `npm test`, and must do nothing. */
const safety = mergeConfig(config, {});
safety.test.include = ['test/safety/**/*.safety.ts'];
export default safety;
