import type { ThirdSums } from './thirds.ts';

/** Numbers that a screen sets beside each other, each of both towns. */
export type FactId =
  | 'approval-rate'
  | 'default-rate'
  | 'will-not-pay-rate'
  | 'apr'
  | 'welfare'
  | 'apr-safest'
  | 'apr-riskiest'
  | 'approved-riskiest'
  | 'share-safest';

/** What a finished run of a town tells. */
export interface TownFacts {
  readonly numbers: Readonly<Record<string, number>>;
  readonly thirds: ThirdSums;
}

const [safest, riskiest] = [0, 2];

/** A number of a town; NaN where it is not defined. */
export function factOf({ numbers, thirds }: TownFacts, fact: FactId): number {
  const { taken, apr, approved, applications } = thirds;
  const ofThirds: Partial<Record<FactId, number>> = {
    'apr-safest': apr[safest] / taken[safest],
    'apr-riskiest': apr[riskiest] / taken[riskiest],
    'approved-riskiest': approved[riskiest] / applications[riskiest],
    'share-safest': taken[safest] / taken.reduce((sum, one) => sum + one, 0),
  };
  return ofThirds[fact] ?? numbers[fact] ?? NaN;
}

/** Loans as a share of applications: below .15 the market is nearly gone, and no other number means much. */
export function lendingOf({ thirds }: TownFacts): number {
  const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
  return sum(thirds.taken) / sum(thirds.applications);
}

export const nearlyGone = 0.15;
