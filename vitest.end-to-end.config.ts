import { defineConfig } from 'vitest/config';
import { common, endToEnd } from './vitest.config.ts';

/** `npm run end-to-end`: the program as its users start it, too slow for every `npm test`. */
export default defineConfig({ test: { ...common, include: endToEnd } });
