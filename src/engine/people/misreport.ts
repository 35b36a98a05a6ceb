import { pageSize } from '../../random/draws.ts';
import { hiddenWriter } from '../columns/hidden.ts';
import { f64 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import { reportsWriter, visible } from '../columns/visible.ts';
import type { Sharing } from '../files/join.ts';
import { amountAtRisk, oddsOf, type LenderCosts } from '../lenders/costs.ts';
import { scoreCoefficient } from '../lenders/features.ts';
import type { Economy } from '../parameters.ts';
import { mindGaming, type Population } from './population.ts';

/** The score of who would inflate what it can, as a feature. */
const inflated = f64();

/** Nobody has inflated anything yet. */
export function allHonest(): void {
  hiddenWriter.misreports.fill(0, 0, roll.n);
}

/**
 * Some borrowers can inflate the gameable behaviours of their footprint, and do when it pays: when the mean
 * fall of the break-even prices of the lenders asked exceeds the cost. Their scores are replaced by the inflated
 * ones, and lenders score them anew.
 *
 * @param coefficients the posted scorecards. Shape (lenders × features).
 * @param scoreInflated writes the score that each applicant would have, as a feature
 */
export function misreport(
  economy: Economy,
  sharing: Sharing,
  costs: LenderCosts,
  people: Population,
  coefficients: Float64Array,
  scoreInflated: (out: Float64Array) => void,
): void {
  const { n, first, index, asked } = roll;
  const { logOdds, collateral } = visible;
  const { footprint } = reportsWriter;
  const { misreports } = hiddenWriter;
  scoreInflated(inflated);
  for (let r = 0; r < n; r++) {
    if ((people.mind[first + index[r]] & mindGaming) === 0) continue;
    const rise = inflated[r] - footprint[r];
    let gain = 0;
    let quotes = 0;
    for (let j = 0; j < sharing.n; j++) {
      if (!((asked[r] >>> j) & 1)) continue;
      quotes++;
      if (!sharing.scoreReader[j]) continue;
      const before = logOdds[j * pageSize + r];
      const after = before + scoreCoefficient(coefficients, j) * rise;
      const atRisk = amountAtRisk(costs.cost[j], costs.recovery[j], collateral[r]);
      gain += atRisk * (oddsOf(before, costs.logOddsCap) - oddsOf(after, costs.logOddsCap));
    }
    if (gain <= economy.misreporting.cost * quotes) continue;
    misreports[r] = 1;
    footprint[r] = inflated[r];
  }
}
