import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** `npm run safety`: what is hostile, too slow for every `npm test`, and must do nothing. */
export default defineConfig({ test: { ...common, include: ['test/safety/**/*.safety.ts'] } });
