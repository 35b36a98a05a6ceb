import { type Market, priceAtRate } from '../../engine/index.ts';
import { maxRows } from '../../engine/observe/index.ts';
import { type Cohort, under } from '../../experiments/index.ts';
import { type TrialColumn, trialColumns, type Trials } from '../seen.ts';
import { addRow, createGrowing, finished } from '../table.ts';

/** Half are offered this much more than their APR, half this much less. */
const offerStep = 0.05;
/** What half of them learn, once they have taken, that more hangs on their name with the lender, per unit lent. */
const moreAtStake = 0.15;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal
const names = Object.keys(trialColumns) as TrialColumn[];

const byRow = () => new Float64Array(maxRows);
const price = { own: byRow(), low: byRow(), high: byRow() };
/** What each contract of the trial would do. */
const accepts = { low: byRow(), high: byRow() };
const pd = { own: byRow(), ownTold: byRow(), low: byRow(), lowTold: byRow() };

/** Writes the randomised offers of a market down: the arms of Karlan & Zinman (docs/model.md, section 10), row by row. */
export function createTrialBook({ economy }: Market) {
  const { cap } = economy.pricing;
  const { term } = economy.loan;
  const table = createGrowing(names);

  const visit = (cohort: Cohort): void => {
    const { seen, n, rows, person } = cohort;
    for (let k = 0; k < n; k++) {
      const rate = 4 * seen.terms.rate[rows[k]];
      price.own[k] = priceAtRate(rate / 4, term);
      price.low[k] = priceAtRate(Math.max(0, rate - offerStep) / 4, term);
      price.high[k] = priceAtRate(Math.min(cap, rate + offerStep) / 4, term);
      pd.own[k] = seen.outcome.pd[rows[k]];
    }
    const keep = (from: Float64Array, to: Float64Array) => to.set(from.subarray(0, n));
    keep(under(cohort, price.high).accepts, accepts.high);
    keep(under(cohort, price.own, { stake: moreAtStake }).pd, pd.ownTold);
    keep(under(cohort, price.low, { stake: moreAtStake }).pd, pd.lowTold);
    const low = under(cohort, price.low);
    keep(low.accepts, accepts.low);
    keep(low.pd, pd.low);

    const take = cohort.draw('take');
    const offerArm = cohort.draw('offerArm');
    const contractArm = cohort.draw('contractArm');
    const incentiveArm = cohort.draw('incentiveArm');
    const fate = cohort.draw('potentialOutcome');
    for (let k = 0; k < n; k++) {
      const isHigh = offerArm[k] < 0.5;
      const isOwn = isHigh && contractArm[k] < 0.5;
      const isTold = incentiveArm[k] < 0.5;
      const chance = isOwn ? (isTold ? pd.ownTold : pd.own) : isTold ? pd.lowTold : pd.low;
      const took = take[k] < (isHigh ? accepts.high : accepts.low)[k];
      const row = addRow(table, names);
      const { column } = table;
      column.borrower[row] = seen.roll.first + person[k];
      column.quarter[row] = seen.quarter;
      column.ownPrice[row] = price.own[k];
      column.estimate[row] = seen.terms.estimate[rows[k]];
      column.highOffer[row] = Number(isHigh);
      column.ownContract[row] = Number(isOwn);
      column.incentive[row] = Number(isTold);
      column.offerPrice[row] = (isHigh ? price.high : price.low)[k];
      column.contractPrice[row] = (isOwn ? price.own : price.low)[k];
      column.took[row] = Number(took);
      if (!took) continue;
      column.pd[row] = chance[k];
      column.bad[row] = Number(fate[k] < chance[k]);
    }
  };
  return { visit, trials: (): Trials => finished(table, names) };
}
