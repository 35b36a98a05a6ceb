import { pageSize } from '../random/draws.ts';
import {
  chooseByContract,
  choosePrivately,
  createChoice,
  type Primitives,
} from './borrower-choice.ts';
import { recovered, type LenderCosts } from './lender-costs.ts';
import { workingPage } from './page.ts';
import type { Economy } from './parameters.ts';

/** V8 knows the columns of a module's own constant, and reads them three times as fast as a parameter's. */
const page = workingPage;

/** Prices closer than this to the fixed point count as it. In principals. */
export const fixedPointTolerance = 1e-6;
const iterationLimit = 500;

/**
 * Break-even prices of lenders who see each borrower's type (worlds S and F): the lowest D at which the
 * lender breaks even on the true PD that D itself brings about.
 *
 * D ← break-even(PD(D)) rises from PD = 0, since PD rises with D, so it stops at the lowest solution or
 * passes the cap. Needs `stakeBy`.
 */
export function priceByType(economy: Economy, costs: LenderCosts, contractible: boolean): void {
  const { n, asked, collateral, hazardOdds, stakeBy, breakEven } = page;
  const { cap, pdCap } = economy.pricing;
  const choice = createChoice();
  const borrower: Primitives = { value: 0, stigma: 0, collateral: 0, stake: 0 };
  for (let j = 0; j < costs.cost.length; j++) {
    const at = j * pageSize;
    const cost = costs.cost[j];
    const recovery = costs.recovery[j];
    for (let r = 0; r < n; r++) {
      if ((asked[r] & (1 << j)) === 0) continue;
      const back = recovered(recovery, collateral[r], cost);
      borrower.value = page.value[r];
      borrower.stigma = page.stigma[r];
      borrower.collateral = collateral[r];
      borrower.stake = stakeBy[at + r];
      let price = cost;
      for (let k = 0; k < iterationLimit; k++) {
        if (contractible) {
          const lost = collateral[r] - recovered(recovery, collateral[r], price);
          chooseByContract(economy, hazardOdds[r], borrower, price, lost, choice);
        } else {
          choosePrivately(economy, hazardOdds[r], borrower, price, choice);
        }
        const pd = choice.pd < pdCap ? choice.pd : pdCap;
        const next = cost + ((cost - back) * pd) / (1 - pd);
        const done = next - price < fixedPointTolerance || next > cap;
        price = next;
        if (done) break;
      }
      breakEven[at + r] = price;
    }
  }
}
