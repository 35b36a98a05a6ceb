import { relative } from 'node:path';
import { root } from './prepare.mjs';

/** Fewer files than these are run by who knows what they wait for. */
const manyFiles = 20;
const named = 10;

/** A reporter for vitest: once all is done, names the files that took longest. */
export default class SlowestFiles {
  onTestRunEnd(modules) {
    if (modules.length < manyFiles) return;
    const timed = modules.map((module) => {
      const { duration, setupDuration, collectDuration } = module.diagnostic();
      return {
        name: relative(root, module.moduleId),
        tests: duration,
        loading: setupDuration + collectDuration,
      };
    });
    const total = ({ tests, loading }) => tests + loading;
    const slowest = timed.toSorted((a, b) => total(b) - total(a)).slice(0, named);
    const seconds = (ms) => (ms / 1000).toFixed(1);
    const sum = timed.reduce((all, one) => all + total(one), 0);
    console.log(`\nSlowest of ${modules.length} files, which took ${seconds(sum)} s of workers:`);
    for (const one of slowest) {
      console.log(
        `${seconds(total(one)).padStart(7)} s  ${one.name} (loading ${seconds(one.loading)} s)`,
      );
    }
  }
}
