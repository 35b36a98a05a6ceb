import { clusteredErrors, leastSquares } from '../../math/least-squares.ts';
import { logisticRegression } from '../../math/logistic-regression.ts';
import { addRow, createObservations, type Observations } from '../../math/observations.ts';
import type { Cohort } from '../cohort.ts';
import { whatTheLenderSaw, type HeldFixed } from '../held.ts';
import { expectedRows, type TrialWorld } from '../trial.ts';
import { accepts, lifePdUnder, pd, prices, tryArms } from './arms.ts';

/** What is estimated, in the order of the regressors. */
export const effects = ['selection', 'burden', 'incentive'] as const;
export type Effect = (typeof effects)[number];

/** An effect on default: per unit of D for the first two, of the whole incentive for the third. */
export interface EffectEstimate {
  readonly slope: number;
  /** Cluster-robust by borrower. */
  readonly error: number;
  /** The same effect on the same borrowers, each under both arms, in true probabilities. */
  readonly truth: number;
}

const column = { outcome: 0, offer: 1, contract: 2, incentive: 3, offerPrice: 4, held: 5 } as const;

/** The price asked and the life PD at that price, with its square. */
const theType: HeldFixed = {
  count: 3,
  write: ({ terms, outcome }, r, out, at) => {
    out[at] = terms.price[r];
    out[at + 1] = outcome.pd[r];
    out[at + 2] = outcome.pd[r] * outcome.pd[r];
  },
};

/**
 * The field experiment in one world. Three cells, as in the field: a high offer at the own rate, a high offer that turns
 * into a low rate, and a low offer. Those who differ only in the offer meet the same contract; those who differ only in
 * the contract took the same offer.
 *
 * The offer enters as the arm that was drawn, and its effect is divided by the mean distance between arms: near the cap the
 * arms are closer together, and a distance that depends on the rate asked would carry the risk of those who are asked for
 * much.
 */
export function createTrial({ market, world }: TrialWorld) {
  const { cap } = market.economy.pricing;
  const { term } = market.economy.loan;
  const held = world === 'types-visible' ? theType : whatTheLenderSaw;
  const room = [column.held + held.count, expectedRows(market)] as const;
  const sample: Sample = {
    held,
    loans: createObservations(...room),
    twins: createObservations(...room),
    truth: { burden: 0, paying: 0, incentive: 0, told: 0 },
    distance: { sum: 0, n: 0 },
  };
  return {
    visit: (cohort: Cohort) => {
      tryArms(cohort, cap, term);
      enrol(sample, cohort);
    },
    estimates: () => estimatesOf(sample),
    priceSlope: () => priceSlopeOf(sample),
    loans: () => sample.loans.rows,
  };
}

/** What the trial has written down. */
interface Sample {
  readonly held: HeldFixed;
  /** The loans of the trial. */
  readonly loans: Observations;
  /** The same borrowers under both offers, and their probability in place of the event. */
  readonly twins: Observations;
  /** Sums of what each arm would do to a subject, and of the prices that part them. */
  readonly truth: { burden: number; paying: number; incentive: number; told: number };
  /** Sum of the distances between the high offer and the low one. */
  readonly distance: { sum: number; n: number };
}

/** Offers, contracts and incentives by lot, to everybody of the cohort who takes what is offered. */
function enrol(sample: Sample, cohort: Cohort): void {
  const { loans, distance } = sample;
  const take = cohort.draw('take');
  const offerArm = cohort.draw('offerArm');
  const contractArm = cohort.draw('contractArm');
  const incentiveArm = cohort.draw('incentiveArm');
  const outcome = cohort.draw('potentialOutcome');
  for (let k = 0; k < cohort.n; k++) {
    // A loan is worth less at a higher rate: who refuses the low offer refuses the high one.
    if (!(take[k] < accepts.low[k])) continue;
    distance.sum += prices.high[k] - prices.low[k];
    distance.n += 1;
    const takesHigh = take[k] < accepts.high[k];
    compareArms(sample, cohort, k, takesHigh);

    const high = offerArm[k] < 0.5;
    if (high && !takesHigh) continue;
    const own = high && contractArm[k] < 0.5;
    const told = incentiveArm[k] < 0.5;
    const chance = lifePdUnder(own, told);
    const at = enter(sample, loans, cohort, k, outcome[k] < chance[k] ? 1 : 0, high);
    loans.data[at + column.contract] = own ? 0 : prices.low[k] - prices.own[k];
    loans.data[at + column.incentive] = told ? 1 : 0;
    loans.data[at + column.offerPrice] = (high ? prices.high : prices.low)[k] - prices.own[k];
  }
}

/** What each arm would do to a subject that takes the low offer. */
function compareArms(sample: Sample, cohort: Cohort, k: number, takesHigh: boolean): void {
  const { twins, truth } = sample;
  const atLow = (pd.low[k] + pd.lowTold[k]) / 2;
  enter(sample, twins, cohort, k, atLow, false);
  truth.incentive += pd.lowTold[k] - pd.low[k];
  truth.told += 1;
  if (!takesHigh) return;
  enter(sample, twins, cohort, k, atLow, true);
  truth.burden += (pd.own[k] + pd.ownTold[k]) / 2 - atLow;
  truth.paying += prices.own[k] - prices.low[k];
  truth.incentive += (pd.ownTold[k] - pd.own[k] + pd.lowTold[k] - pd.low[k]) / 2;
  truth.told += 1;
}

/** A row of a subject; says where it is. */
function enter(
  { held }: Sample,
  table: Observations,
  { seen, rows }: Cohort,
  k: number,
  outcome: number,
  high: boolean,
): number {
  const at = addRow(table, seen.roll.first + seen.roll.person[rows[k]], seen.quarter);
  table.data[at + column.outcome] = outcome;
  table.data[at + column.offer] = high ? 1 : 0;
  held.write(seen, rows[k], table.data, at + column.held);
  return at;
}

/** Columns of what is held fixed. */
const controlsOf = ({ held }: Sample) =>
  Array.from({ length: held.count }, (_, k) => column.held + k);

function estimatesOf(sample: Sample): Readonly<Record<Effect, EffectEstimate>> {
  const { loans, twins, truth, distance } = sample;
  const controls = controlsOf(sample);
  const regressors = [column.offer, column.contract, column.incentive, ...controls];
  const fit = leastSquares(loans, column.outcome, regressors);
  const errors = clusteredErrors(loans, fit, regressors);
  const among = leastSquares(twins, column.outcome, [column.offer, ...controls]);
  const perUnit = distance.n / distance.sum;
  return {
    selection: {
      slope: fit.coefficients[0] * perUnit,
      error: errors[0] * perUnit,
      truth: among.coefficients[0] * perUnit,
    },
    burden: {
      slope: fit.coefficients[1],
      error: errors[1],
      truth: truth.burden / truth.paying,
    },
    incentive: {
      slope: fit.coefficients[2],
      error: errors[2],
      truth: truth.incentive / truth.told,
    },
  };
}

/**
 * How the price moves the log-odds of default, per unit of D, by who takes and by what it does to who has taken: what
 * lenders know as γ. The price asked is among what is held fixed, so offers and contracts stand as distances from it.
 */
function priceSlopeOf(sample: Sample): number {
  const { rows, width, data } = sample.loans;
  const read = (c: number) => Float64Array.from({ length: rows }, (_, r) => data[r * width + c]);
  const regressors = [column.offerPrice, column.contract, column.incentive, ...controlsOf(sample)];
  const all = Int32Array.from({ length: rows }, (_, r) => r);
  const beta = logisticRegression(regressors.map(read), read(column.outcome), all);
  return beta[1] + beta[2];
}
