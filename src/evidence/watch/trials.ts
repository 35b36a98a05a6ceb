import type { Market } from '../../engine/index.ts';
import { accepts, type Cohort, lifePdUnder, prices, tryArms } from '../../experiments/index.ts';
import { type TrialColumn, trialColumns, type Trials } from '../seen.ts';
import { addRow, createGrowing, finished } from '../table.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal
const names = Object.keys(trialColumns) as TrialColumn[];

/** Writes the randomised offers of a market down: the arms of Karlan & Zinman (docs/model.md, section 10), row by row. */
export function createTrialBook({ economy }: Market) {
  const { cap } = economy.pricing;
  const { term } = economy.loan;
  const table = createGrowing(names);

  const visit = (cohort: Cohort): void => {
    const { seen, n, rows, person } = cohort;
    tryArms(cohort, cap, term);
    const take = cohort.draw('take');
    const offerArm = cohort.draw('offerArm');
    const contractArm = cohort.draw('contractArm');
    const incentiveArm = cohort.draw('incentiveArm');
    const fate = cohort.draw('potentialOutcome');
    for (let k = 0; k < n; k++) {
      const isHigh = offerArm[k] < 0.5;
      const isOwn = isHigh && contractArm[k] < 0.5;
      const isTold = incentiveArm[k] < 0.5;
      const chance = lifePdUnder(isOwn, isTold);
      const took = take[k] < (isHigh ? accepts.high : accepts.low)[k];
      const row = addRow(table, names);
      const { column } = table;
      column.borrower[row] = seen.roll.first + person[k];
      column.quarter[row] = seen.quarter;
      column.ownPrice[row] = prices.own[k];
      column.estimate[row] = seen.terms.estimate[rows[k]];
      column.highOffer[row] = Number(isHigh);
      column.ownContract[row] = Number(isOwn);
      column.incentive[row] = Number(isTold);
      column.offerPrice[row] = (isHigh ? prices.high : prices.low)[k];
      column.contractPrice[row] = (isOwn ? prices.own : prices.low)[k];
      column.took[row] = Number(took);
      if (!took) continue;
      column.pd[row] = chance[k];
      column.bad[row] = Number(fate[k] < chance[k]);
    }
  };
  return { visit, trials: (): Trials => finished(table, names) };
}
