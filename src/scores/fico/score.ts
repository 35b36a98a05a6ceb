import { log } from '../../math/exp.ts';
import type { ScoreBand } from '../bands.ts';
import { explainSum, type Explanation } from '../explanation.ts';
import type { CreditFile } from '../credit-file.ts';
import type { FicoValues } from './parameters.ts';

/** The five categories, in order of weight. */
export const categories = [
  { id: 'payment-history', label: 'Payment history' },
  { id: 'amounts-owed', label: 'Amounts owed' },
  { id: 'length-of-history', label: 'Length of history' },
  { id: 'new-credit', label: 'New credit' },
  { id: 'mix', label: 'Mix of lenders' },
] as const;

/** Bands of FICO scores. Source: myFICO, “What is a good FICO Score?”. */
export const ficoBands: readonly ScoreBand[] = [
  { id: 'poor', from: 300 },
  { id: 'fair', from: 580 },
  { id: 'good', from: 670 },
  { id: 'very-good', from: 740 },
  { id: 'exceptional', from: 800 },
];

/**
 * Where a file stands in each category, 0 (worst) to 1 (best), after what the simulator's files hold (docs/model.md, 6.5):
 *
 * - payment history: half of the standing goes with each default; part of it comes back as the last one ages;
 * - amounts owed: what is owed and the number of open loans, half each;
 * - length of history: quarters since the oldest record or the signing of an open loan;
 * - new credit: open loans signed within a year count against it;
 * - mix: kinds of lender on file, of three.
 *
 * @param out shape (5), in the order of `categories`.
 */
export function standings(file: CreditFile, values: FicoValues, out: Float64Array): void {
  const { defaults, sinceDefault, length, openLoans, recentLoans, balances, kinds } = file;
  const { fullLength, forgiveness, fullBalance, manyOpen, manyNew } = values;
  const lost = 1 - 1 / (1 << Math.min(defaults, 30));
  const aged = Math.min(sinceDefault, fullLength) / fullLength;
  out[0] = 1 - lost * (1 - forgiveness * aged);
  out[1] =
    1 -
    (0.5 * Math.min(balances, fullBalance)) / fullBalance -
    (0.5 * Math.min(openLoans, manyOpen)) / manyOpen;
  out[2] = Math.min(length, fullLength) / fullLength;
  out[3] = 1 - Math.min(recentLoans, manyNew) / manyNew;
  out[4] = kinds / 3;
}

/** Weights and means of the categories, in their order; weights add up to 1. */
export function ficoWeights(values: FicoValues) {
  const { weightPayment, weightOwed, weightLength, weightNew, weightMix } = values;
  const { meanPayment, meanOwed, meanLength, meanNew, meanMix } = values;
  const raw = [weightPayment, weightOwed, weightLength, weightNew, weightMix];
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return {
    weight: raw.map((one) => one / total),
    mean: [meanPayment, meanOwed, meanLength, meanNew, meanMix],
  };
}

/** Points per unit of log-odds. */
function pointsPerLogOdds({ pointsToDoubleOdds }: FicoValues): number {
  return pointsToDoubleOdds / log(2);
}

/**
 * A FICO-like score taken apart, from an average borrower to this one.
 *
 * Standings are weighted 35/30/15/10/10; the weighted sum is read as log-odds of repaying by a line that was
 * fitted once to the simulator's files, and log-odds as points: `pointsToDoubleOdds` more for each doubling
 * of the odds. No score depends on who else is scored, and the scale does not move with time.
 *
 * @param at standings of one file, from `standings`.
 */
export function explainFico(
  at: ArrayLike<number>,
  values: FicoValues,
  bands: readonly ScoreBand[] = ficoBands,
): Explanation {
  const { weight, mean } = ficoWeights(values);
  const unit = pointsPerLogOdds(values);
  const base = values.anchorPoints + unit * (values.meanLogOdds - log(values.anchorOdds));
  const addends = categories.map(({ id, label }, c) => {
    const slope = unit * values.slopeLogOdds * weight[c];
    return {
      id,
      label,
      dimension: id,
      points: slope * (at[c] - mean[c]),
      room: slope * (1 - at[c]),
      standing: at[c],
    };
  });
  return explainSum(Math.floor(base + 0.5), addends, values, bands);
}
