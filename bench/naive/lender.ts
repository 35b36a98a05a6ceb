import type { Economy } from '../../src/engine/parameters.ts';
import type { Lender as Terms } from '../../src/engine/setup.ts';
import type { Institution, Report } from './institution.ts';
import { newtonStep, zeros } from './newton.ts';

/** What a lender can verify of an applicant. */
export interface Signals {
  readonly income: number;
  readonly capital: number;
  readonly collateral: number;
}

/** A loan as its lender learns from it. */
export interface Lesson {
  readonly features: number[];
  readonly estimate: number;
  readonly defaulted: boolean;
}

/** A lender: prices by a scorecard of its own, and learns it from its own loans (model.md §3). */
export interface Lender extends Terms {
  readonly row: number;
  /** 1 + funding + operating + fee. */
  readonly cost: number;
  /** Its estimate of the probability of default. */
  readonly estimate: (features: readonly number[]) => number;
  /** The price at which it expects to break even. */
  readonly breakEven: (features: readonly number[], collateral: number) => number;
  readonly learn: (lessons: readonly Lesson[]) => void;
}

/** What a scorecard takes in: the signals and what the report tells. */
export function featuresOf(signals: Signals, report: Report): number[] {
  return [
    1,
    signals.income,
    signals.capital,
    3 * signals.collateral,
    Math.log1p(report.ownRepaid),
    report.ownDefault ? 1 : 0,
    Math.log1p(report.sharedRepaid),
    report.sharedDefaults > 0 ? 1 : 0,
    Math.min(report.sharedDefaults, 4) / 2,
    report.fileExists ? 1 : 0,
  ];
}
const featureCount = 10;

/** What a lender gets of the collateral when it is owed this much. */
export const recovered = (lender: Terms, collateral: number, owed: number) =>
  Math.min(lender.recovery * collateral, owed);

export function createLender(
  terms: Terms,
  row: number,
  economy: Economy,
  institution: Institution,
  borrowers: number,
): Lender {
  const { decay, ridge, priorIntercept, stepLimit } = economy.scorecard;
  const { pdCap } = economy.pricing;
  const prior = zeros(featureCount).map((_, k) => (k === 0 ? priorIntercept : 0));
  const pull = (ridge * borrowers) / 20_000;
  const cost = 1 + terms.funding + terms.operating + institution.fee({ row });
  let coefficients = prior;
  let information = zeros(featureCount).map(() => zeros(featureCount));

  const estimate = (features: readonly number[]) => {
    const logOdds = features.reduce((sum, x, k) => sum + x * coefficients[k], 0);
    return Math.min(pdCap, 1 / (1 + Math.exp(-logOdds)));
  };
  return {
    ...terms,
    row,
    cost,
    estimate,
    breakEven(features, collateral) {
      const pd = estimate(features);
      return (cost - recovered(terms, collateral, cost) * pd) / (1 - pd);
    },
    learn(lessons) {
      information = information.map((line) => line.map((x) => decay * x));
      const gradient = coefficients.map((x, k) => -pull * (x - prior[k]));
      for (const { features, estimate: p, defaulted } of lessons) {
        features.forEach((x, a) => {
          gradient[a] += x * ((defaulted ? 1 : 0) - p);
          features.forEach((y, b) => (information[a][b] += p * (1 - p) * x * y));
        });
      }
      const step = newtonStep(information, pull, gradient);
      coefficients = coefficients.map(
        (x, k) => x + Math.max(-stepLimit, Math.min(stepLimit, step[k])),
      );
    },
  };
}
