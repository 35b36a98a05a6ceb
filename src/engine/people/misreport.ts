import * as drawing from '../../random/draws.ts';
import { scoreInflated, type FootprintPlan } from './footprint.ts';
import type { Sharing } from '../files/join.ts';
import type { LenderCosts } from '../lenders/costs.ts';
import * as lending from '../lenders/costs.ts';
import { workingPage } from '../columns/page.ts';
import type { Economy } from '../parameters.ts';
import { mindGaming, type Population } from './population.ts';
import { featureCount, featureIndex } from '../lenders/scorecard.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { pageSize } = drawing;
const { oddsOf, recovered } = lending;

/**
 * Some borrowers can inflate the gameable behaviours of their footprint, and do when it pays: when the mean
 * fall of the break-even prices of the lenders asked exceeds the cost. Their scores are replaced by the inflated
 * ones, and lenders score them anew.
 */
export function misreport(
  economy: Economy,
  sharing: Sharing,
  costs: LenderCosts,
  plan: FootprintPlan,
  people: Population,
  coefficients: Float64Array,
): void {
  const { n, first, index, footprint, logOdds, asked, misreports, collateral } = page;
  const inflated = plan.points;
  scoreInflated(plan, inflated);
  for (let r = 0; r < n; r++) {
    misreports[r] = 0;
    if ((people.mind[first + index[r]] & mindGaming) === 0) continue;
    const rise = inflated[r] - footprint[r];
    let gain = 0;
    let quotes = 0;
    for (let j = 0; j < sharing.n; j++) {
      if (!((asked[r] >>> j) & 1)) continue;
      quotes++;
      if (!sharing.scoreReader[j]) continue;
      const before = logOdds[j * pageSize + r];
      const after = before + coefficients[j * featureCount + featureIndex.footprint] * rise;
      const cost = costs.cost[j];
      const spread = cost - recovered(costs.recovery[j], collateral[r], cost);
      gain += spread * (oddsOf(before, costs.logOddsCap) - oddsOf(after, costs.logOddsCap));
    }
    if (gain <= economy.misreporting.cost * quotes) continue;
    misreports[r] = 1;
    footprint[r] = inflated[r];
  }
}
