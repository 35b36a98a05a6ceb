import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** `npm run statistics`: what holds over many draws or in large markets, too slow for every `npm test`. */
export default defineConfig({ test: { ...common, include: ['test/**/*.statistics.ts'] } });
