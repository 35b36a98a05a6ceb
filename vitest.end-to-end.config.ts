import { mergeConfig } from 'vitest/config';
import config, { endToEnd } from './vitest.config.ts';

/** `npm run end-to-end`: the program as its users start it, too slow for every `npm test`. */
const suite = mergeConfig(config, {});
suite.test.include = endToEnd;
suite.test.exclude = [];
export default suite;
