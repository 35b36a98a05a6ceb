/** User time a borrower-quarter of four worlds, and of the actual one alone: `[borrowers] [quarters] [institution] [times]`. */
import { institutions } from '../../src/institutions/registry.ts';
import { worlds } from '../../src/engine/setup.ts';
import { simulateWorlds } from '../../src/engine/simulate.ts';
import { marketOf } from '../../test/engine/economy.ts';

const [borrowers = '20000', quarters = '30', id = 'full-sharing', times = '3'] =
  process.argv.slice(2);
const market = marketOf(Number(borrowers), Number(quarters));
const rules = institutions[id].rules();
for (let time = 0; time < Number(times); time++) {
  const each = [['actual'] as const, worlds].map((which) => {
    const before = process.cpuUsage().user;
    simulateWorlds(market, { rules }, which);
    const used = process.cpuUsage().user - before;
    return (used * 1e3) / market.borrowers / market.quarters;
  });
  console.log(id, ...each.map((ns) => ns.toFixed(0)), 'ns', (each[1] / each[0]).toFixed(2));
}
