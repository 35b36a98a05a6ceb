/** User time a borrower-quarter: `[borrowers] [quarters] [institution] [times]`. */
import { institutions } from '../../src/institutions/registry.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { marketOf } from '../../test/engine/economy.ts';

const [borrowers = '50000', quarters = '40', id = 'full-sharing', times = '2'] =
  process.argv.slice(2);
const market = marketOf(Number(borrowers), Number(quarters));
for (let time = 0; time < Number(times); time++) {
  const before = process.cpuUsage().user;
  simulate(market, { rules: institutions[id].rules() });
  const used = process.cpuUsage().user - before;
  console.log(id, ((used * 1e3) / market.borrowers / market.quarters).toFixed(0), 'ns');
}
