/**
 * Runs one market in a process of its own, so that its memory is its own, and prints what it cost as JSON.
 * Arguments: borrowers, quarters. Government-led, actual world, numbers of scenarios/baseline.yaml.
 */
import { institutions } from '../dist/institutions/index.js';
import { seedKey } from '../dist/random/seed.js';
import { loadScenario } from '../dist/scenario/load.js';
import { simulate } from '../dist/engine/simulate.js';

const [borrowers, quarters] = process.argv.slice(2).map(Number);
const { economy, lenders } = await loadScenario('baseline');
const market = { borrowers, quarters, burnIn: 0, seed: seedKey('bench', 0), economy, lenders };
const regime = { rules: institutions['government-led'].rules() };

// Warm the compiler up on a small market.
simulate({ ...market, borrowers: 5000, quarters: 8 }, regime);
const memory = process.memoryUsage.rss();
const before = process.cpuUsage();
const start = performance.now();
simulate(market, regime);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
const grown = process.resourceUsage().maxRSS * 1024 - memory;
process.stdout.write(
  JSON.stringify({ seconds, cpu: (user + system) / 1e6, bytes: grown / borrowers }),
);
