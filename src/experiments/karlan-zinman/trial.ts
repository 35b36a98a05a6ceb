import { clusteredErrors, leastSquares } from '../../math/least-squares.ts';
import { addRow, createObservations, type Observations } from '../../math/observations.ts';
import { chooserOf } from '../chooser.ts';
import { seenCount, type Subject } from '../subject.ts';
import { expectedRows, type Setting } from '../trial.ts';

/** Half of the approved are offered this much more than their rate, half this much less. In principals. */
const offerStep = 0.04;
/** Half of those who took the high offer then pay their own rate, half this much less, as the low offer does. */
const contractCut = 0.04;
/** Half of the takers learn, once they have taken, that this much more hangs on their name. */
const incentive = 0.15;

/** What is estimated, in the order of the regressors. */
export const effects = ['selection', 'burden', 'incentive'] as const;
export type Effect = (typeof effects)[number];

/** An effect on default: per principal of rate for the first two, of the whole incentive for the third. */
export interface Estimate {
  readonly slope: number;
  /** Cluster-robust by borrower. */
  readonly error: number;
  /** The same effect on the same borrowers, each under both arms, in true probabilities. */
  readonly truth: number;
}

const column = { outcome: 0, offer: 1, contract: 2, incentive: 3, held: 4 } as const;

/** What is held fixed besides the arms. */
interface Held {
  readonly count: number;
  readonly write: (subject: Subject, out: Float64Array, at: number) => void;
}

/** The rate asked, the lender's estimate, and all that the lender saw. */
const whatTheLenderSaw: Held = {
  count: 2 + seenCount,
  write: (subject, out, at) => {
    const { page, row } = subject;
    out[at] = page.price[row];
    out[at + 1] = page.estimate[row];
    subject.seen(out, at + 2);
  },
};

/** The rate asked and the true default probability at that rate, with its square. */
const theType: Held = {
  count: 3,
  write: ({ page, row }, out, at) => {
    out[at] = page.price[row];
    out[at + 1] = page.pd[row];
    out[at + 2] = page.pd[row] * page.pd[row];
  },
};

/**
 * The field experiment in one world. Three cells, as in the field: a high offer at the own rate, a high offer that
 * turns into a low rate, and a low offer. Those who differ only in the offer meet the same contract; those who
 * differ only in the contract took the same offer.
 *
 * The offer enters as the arm that was drawn, and its effect is divided by the mean distance between arms: near the
 * cap the arms are closer together, and a distance that depends on the rate asked would carry the risk of those who
 * are asked for much.
 *
 * @param burdenless reckons as if the rate did not weigh on the hazard (`hazard.burden` = 0), action contractible
 */
export function createTrial({ market, world, costs, choose }: Setting, burdenless = false) {
  const { economy } = market;
  const { cap } = economy.pricing;
  const held = world === 'types-visible' ? theType : whatTheLenderSaw;
  const decide = burdenless
    ? chooserOf({ ...economy, hazard: { ...economy.hazard, burden: 0 } }, costs, true)
    : choose;
  const trial = createObservations(column.held + held.count, expectedRows(market));
  // The same borrowers under both offers, and their probability in place of the event.
  const twins = createObservations(column.held + held.count, expectedRows(market));
  const truth = { burden: 0, paying: 0, incentive: 0, told: 0 };
  const distance = { sum: 0, n: 0 };

  const pdAt = ({ page, row }: Subject, rate: number, bonus: number) =>
    decide(page, row, rate, page.stake[row] + bonus, page.collateral[row]).pd;
  const takes = ({ page, row }: Subject, rate: number) =>
    decide(page, row, rate, page.stake[row], page.collateral[row]).loanValue > page.outside[row];

  const enter = (table: Observations, subject: Subject, outcome: number, high: boolean) => {
    const at = addRow(table, subject.borrower, subject.quarter);
    table.data[at + column.outcome] = outcome;
    table.data[at + column.offer] = high ? 1 : 0;
    held.write(subject, table.data, at + column.held);
    return at;
  };

  /** What each arm would do to this subject; and whether it would take the high offer. */
  const compare = (subject: Subject, own: number, low: number, high: number): boolean => {
    const plain = pdAt(subject, low, 0);
    const told = pdAt(subject, low, incentive);
    enter(twins, subject, (plain + told) / 2, false);
    truth.incentive += told - plain;
    truth.told += 1;
    if (!takes(subject, high)) return false;
    const plainOwn = pdAt(subject, own, 0);
    const toldOwn = pdAt(subject, own, incentive);
    enter(twins, subject, (plain + told) / 2, true);
    truth.burden += (plainOwn + toldOwn - plain - told) / 2;
    truth.paying += own - low;
    truth.incentive += (toldOwn - plainOwn + told - plain) / 2;
    truth.told += 1;
    return true;
  };

  const visit = (subject: Subject): void => {
    const { page, row } = subject;
    const own = page.price[row];
    const low = own - contractCut;
    const high = Math.min(cap, own + offerStep);
    // A loan is worth less at a higher rate: who refuses the low offer refuses the high one.
    if (!takes(subject, own - offerStep)) return;
    distance.sum += high - (own - offerStep);
    distance.n += 1;
    const takesHigh = compare(subject, own, low, high);

    const offeredHigh = subject.draw('offerArm') < 0.5;
    if (offeredHigh && !takesHigh) return;
    const rate = offeredHigh && subject.draw('contractArm') < 0.5 ? own : low;
    const told = subject.draw('incentiveArm') < 0.5;
    const stake = page.stake[row] + (told ? incentive : 0);
    const choice = decide(page, row, rate, stake, page.collateral[row]);
    const at = enter(trial, subject, subject.defaults(choice) ? 1 : 0, offeredHigh);
    trial.data[at + column.contract] = rate - own;
    trial.data[at + column.incentive] = told ? 1 : 0;
  };

  const estimates = (): Readonly<Record<Effect, Estimate>> => {
    const controls = Array.from({ length: held.count }, (_, k) => column.held + k);
    const regressors = [column.offer, column.contract, column.incentive, ...controls];
    const fit = leastSquares(trial, column.outcome, regressors);
    const errors = clusteredErrors(trial, fit, regressors);
    const among = leastSquares(twins, column.outcome, [column.offer, ...controls]);
    const perPrincipal = distance.n / distance.sum;
    return {
      selection: {
        slope: fit.coefficients[0] * perPrincipal,
        error: errors[0] * perPrincipal,
        truth: among.coefficients[0] * perPrincipal,
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
  };

  return { visit, estimates, loans: () => trial.rows };
}
